// Values as bytes and back, for what the programs of the project say to each other. Numbers are in the byte order of
// the machine, since both programs run on one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anteroom::bytes {

class Writer {
 public:
  template <typename Value>
  void plain(Value value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  void count(std::size_t count) { plain(static_cast<std::uint32_t>(count)); }
  // With its length before it.
  void text(std::string_view text) {
    count(text.size());
    bytes_.append(text);
  }
  // Without their number.
  template <typename Item, typename Allocator>
  void items(const std::vector<Item, Allocator>& items) {
    bytes_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item));
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads from the front. After the first value that is missing or cannot be, `failed` is true and all values are empty
// or zero, so that a reader of a whole message need ask only once, at its end. Never takes more memory than the bytes
// have.
class Reader {
 public:
  // `bytes` must outlive the reader and the views that it returns.
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <typename Value>
  Value plain() {
    Value value{};
    const std::string_view bytes = take(sizeof(value));
    if (!failed_) std::memcpy(&value, bytes.data(), sizeof(value));
    return value;
  }
  // The number of items that follow, each of at least `size` bytes.
  std::uint32_t count(std::size_t size) {
    const auto count = plain<std::uint32_t>();
    if (count > rest_.size() / size) failed_ = true;
    return failed_ ? 0 : count;
  }
  std::string_view view() { return take(plain<std::uint32_t>()); }
  std::string text() { return std::string(view()); }
  // An enumeration's value, as a byte; fails if it is beyond `last`.
  template <typename Kind>
  Kind one_of(Kind last) {
    const auto value = plain<std::uint8_t>();
    if (value > static_cast<std::uint8_t>(last)) failed_ = true;
    return failed_ ? Kind{} : static_cast<Kind>(value);
  }
  // `count` items, a vector of plain values; fails if they are not all there.
  template <typename Items>
  Items items(std::uint64_t count) {
    using Item = typename Items::value_type;
    if (count > rest_.size() / sizeof(Item)) failed_ = true;
    if (failed_) return {};
    const std::string_view bytes = take(static_cast<std::size_t>(count) * sizeof(Item));
    Items items(static_cast<std::size_t>(count));
    if (count > 0) std::memcpy(items.data(), bytes.data(), bytes.size());
    return items;
  }
  bool failed() const { return failed_; }
  void fail() { failed_ = true; }
  // True if all bytes were read and nothing failed.
  bool is_done() const { return !failed_ && rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) failed_ = true;
    if (failed_) return {};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace anteroom::bytes
