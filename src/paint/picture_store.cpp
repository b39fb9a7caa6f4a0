#include "paint/picture_store.h"

#include <lz4.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <utility>
#include <vector>

#include "paint/picture_file.h"

namespace anteroom::paint {
namespace {

namespace fs = std::filesystem;

// The header of a file; the compressed value follows. The numbers are in this machine's byte order: a file from a
// machine with another order counts as damaged.
struct Header {
  std::array<char, 8> magic{'A', 'n', 't', 'e', 'p', 'i', 'c', '1'};
  std::uint64_t key = 0;       // hash of the key
  std::uint64_t checksum = 0;  // of the compressed value
  std::uint64_t size = 0;      // of the value, in bytes
};

constexpr std::uint64_t max_value_bytes = 256U << 20;

std::uint64_t hash(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string compressed(const std::string& value) {
  std::string bytes(static_cast<std::size_t>(LZ4_compressBound(static_cast<int>(value.size()))), '\0');
  const int size =
      LZ4_compress_default(value.data(), bytes.data(), static_cast<int>(value.size()), static_cast<int>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max(size, 0)));
  return bytes;
}

}  // namespace

fs::path picture_cache_folder() {
  const auto named = [](const char* variable) -> fs::path {
    const char* value = std::getenv(variable);
    const fs::path path = value == nullptr ? "" : value;
    return path.is_absolute() ? path : fs::path();  // relative paths are ignored: XDG base directory specification
  };
  fs::path base = named("XDG_CACHE_HOME");
  if (base.empty() && !named("HOME").empty()) base = named("HOME") / ".cache";
  return base.empty() ? base : base / "anteroom" / "pictures";
}

PictureStore::PictureStore(fs::path folder, std::uint64_t max_bytes)
    : folder_(std::move(folder)), max_bytes_(max_bytes) {}

fs::path PictureStore::file_of(const std::string& key) const {
  const XXH128_hash_t hashed = XXH3_128bits(key.data(), key.size());
  std::array<char, 33> name{};
  std::snprintf(name.data(), name.size(), "%016llx%016llx", static_cast<unsigned long long>(hashed.high64),
                static_cast<unsigned long long>(hashed.low64));
  return folder_ / name.data();
}

std::optional<std::string> PictureStore::find(const std::string& key) const {
  if (folder_.empty()) return {};
  const std::string bytes = read_picture_file(file_of(key).string(), max_value_bytes).bytes;
  if (bytes.size() < sizeof(Header)) return {};
  Header header;
  const Header expected;
  std::memcpy(&header, bytes.data(), sizeof(header));
  const std::string_view packed = std::string_view(bytes).substr(sizeof(header));
  const bool is_valid = header.magic == expected.magic && header.key == hash(key) && header.size <= max_value_bytes &&
                        header.checksum == hash(packed);
  if (!is_valid) return {};
  std::string value(static_cast<std::size_t>(header.size), '\0');
  const int size =
      LZ4_decompress_safe(packed.data(), value.data(), static_cast<int>(packed.size()), static_cast<int>(value.size()));
  if (size < 0 || static_cast<std::size_t>(size) != value.size()) return {};
  return value;
}

void PictureStore::keep(const std::string& key, const std::string& value) {
  if (folder_.empty() || value.size() > max_value_bytes) return;
  std::error_code error;
  fs::create_directories(folder_, error);
  const std::string packed = compressed(value);
  if (error || packed.empty()) return;
  Header header;
  header.key = hash(key);
  header.checksum = hash(packed);
  header.size = value.size();
  make_room(sizeof(header) + packed.size());
  // Under another name first: two programs may store the same picture, and the power may fail in between.
  const fs::path file = file_of(key);
  const fs::path written = file.string() + "." + std::to_string(::getpid());
  std::ofstream out(written, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(&header), sizeof(header));
  out.write(packed.data(), static_cast<std::streamsize>(packed.size()));
  out.close();
  if (out) fs::rename(written, file, error);
  if (!out || error) fs::remove(written, error);
}

void PictureStore::make_room(std::uint64_t bytes) {
  if (bytes_ && *bytes_ + bytes <= max_bytes_) {
    *bytes_ += bytes;
    return;
  }
  struct Kept {
    fs::file_time_type written;
    std::uint64_t bytes;
    fs::path file;
  };
  std::vector<Kept> all;
  std::uint64_t sum = bytes;
  std::error_code error;
  for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    const std::uintmax_t size = at->file_size(gone);
    if (gone) continue;
    all.push_back({at->last_write_time(gone), size, at->path()});
    sum += size;
  }
  // Frees a quarter at once, so that not every new picture has to scan the folder.
  const std::uint64_t wanted = sum > max_bytes_ ? max_bytes_ / 4 * 3 : max_bytes_;
  std::sort(all.begin(), all.end(), [](const Kept& one, const Kept& other) { return one.written < other.written; });
  for (auto oldest = all.begin(); oldest != all.end() && sum > wanted; ++oldest) {
    fs::remove(oldest->file, error);
    sum -= oldest->bytes;
  }
  bytes_ = sum;
}

}  // namespace anteroom::paint
