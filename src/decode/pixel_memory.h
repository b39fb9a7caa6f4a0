// Memory for the pixels of pictures and of whole screens.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

namespace anteroom::decode {

// An allocator for vectors of pixels. New memory is zero, so an element created without a value is left as it is: a
// large block costs nothing until it is drawn on. Large blocks use huge pages if the system has them: at 1920 x 1080
// the first drawing then touches a few hundred new pages, not two thousand.
template <class T>
struct PixelMemory {
  using value_type = T;

  PixelMemory() = default;
  template <class U>
  PixelMemory(const PixelMemory<U>&) {}  // NOLINT(google-explicit-constructor): what an allocator must have

  // Errors: throws std::bad_alloc.
  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (count > static_cast<std::size_t>(-1) / sizeof(T)) throw std::bad_alloc();
    void* memory = nullptr;
    if (bytes < large) {
      memory = std::calloc(count, sizeof(T));
    } else {
      memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      if (memory == MAP_FAILED) memory = nullptr;
      if (memory != nullptr) ::madvise(memory, bytes, MADV_HUGEPAGE);  // a hint: without it everything is only slower
    }
    if (memory == nullptr) throw std::bad_alloc();
    return static_cast<T*>(memory);
  }

  void deallocate(T* memory, std::size_t count) {
    if (count * sizeof(T) < large) {
      std::free(memory);
    } else {
      ::munmap(memory, count * sizeof(T));
    }
  }

  template <class U>
  void construct(U*) {}
  template <class U, class... Values>
  void construct(U* at, Values&&... values) {
    ::new (static_cast<void*>(at)) U(std::forward<Values>(values)...);
  }

  friend bool operator==(const PixelMemory&, const PixelMemory&) { return true; }

 private:
  static constexpr std::size_t large = std::size_t{2} << 20;  // bytes: one large page
};

// Pixels in rows. Elements that a new vector creates without a value are zero; those that `resize` adds later are
// unspecified.
using Pixels = std::vector<std::uint32_t, PixelMemory<std::uint32_t>>;

}  // namespace anteroom::decode
