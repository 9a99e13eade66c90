#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Says what is measured next, at once also in a pipe: some of it takes minutes.
func announce(_ heading: String) {
  print(heading)
  fflush(nil)
}
