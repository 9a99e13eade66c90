#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What the machine has for work that is done at once.
enum Threads {
  /// Whether so many threads, and one that looks after them, can be had beside this one: whoever waits
  /// for one that the machine refuses would wait for ever.
  static func canBeHad(_ count: Int) -> Bool {
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    unsafe pthread_mutex_init(gate, nil)
    defer {
      unsafe pthread_mutex_destroy(gate)
      unsafe gate.deallocate()
    }
    unsafe pthread_mutex_lock(gate)
    var threads: [pthread_t] = []
    for _ in 0...count {
      var thread = pthread_t()
      let failure = unsafe pthread_create(
        &thread, nil,
        { gate in
          let gate = unsafe gate?.assumingMemoryBound(to: pthread_mutex_t.self)
          if let gate = unsafe gate {
            unsafe pthread_mutex_lock(gate)
            unsafe pthread_mutex_unlock(gate)
          }
          return nil
        }, gate)
      guard failure == 0 else { break }
      threads.append(thread)
    }
    unsafe pthread_mutex_unlock(gate)
    for thread in threads { pthread_join(thread, nil) }
    return threads.count == count + 1
  }
}
