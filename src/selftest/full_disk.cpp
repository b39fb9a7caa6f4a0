#include "selftest/full_disk.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <string>

#include "assembly/load.h"
#include "content/pack_folder.h"
#include "platform/write_file.h"
#include "selftest/apart.h"
#include "selftest/own_folder.h"

namespace anteroom::selftest {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t room_bytes = std::uint64_t{1} << 20;  // beside what the pack takes

std::uint64_t bytes_in(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const fs::directory_entry& each : fs::recursive_directory_iterator(folder)) {
    if (each.is_regular_file()) bytes += each.file_size();
  }
  return bytes;
}

// Mounts a file system of `bytes` on `folder` that only this process sees. False: it may not.
bool mount_small_disk(const fs::path& folder, std::uint64_t bytes) {
  const auto user = ::geteuid();
  const auto group = ::getegid();
  const bool may_mount = ::unshare(CLONE_NEWNS) == 0;
  if (!may_mount) {
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    put("/proc/self/setgroups", "deny");
    put("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
    put("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
  }
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  const std::string options = "size=" + std::to_string(bytes) + ",mode=0700";
  return ::mount("anteroom-selftest", folder.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, options.c_str()) == 0;
}

class FullDisk {
 public:
  FullDisk(const fs::path& folder, bool is_mounted) : filler_(folder / "filler"), is_mounted_(is_mounted) {
    if (is_mounted_) {
      for (const std::size_t block : {std::size_t{1} << 16, std::size_t{1} << 12, std::size_t{1}}) fill(block);
    } else {
      std::signal(SIGXFSZ, SIG_IGN);
      ::getrlimit(RLIMIT_FSIZE, &before_);
      limit(0);
    }
  }
  ~FullDisk() { make_room(); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

  void make_room() {
    std::error_code error;
    if (is_mounted_) fs::remove(filler_, error);
    if (!is_mounted_) ::setrlimit(RLIMIT_FSIZE, &before_);
  }

 private:
  void fill(std::size_t block) const {
    std::FILE* file = std::fopen(filler_.c_str(), "ab");
    if (file == nullptr) return;
    std::setvbuf(file, nullptr, _IONBF, 0);
    const std::string bytes(block, 'x');
    while (std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size()) {
    }
    std::fclose(file);
  }
  void limit(rlim_t bytes) const {
    const rlimit now{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }

  fs::path filler_;
  bool is_mounted_;
  rlimit before_{};
};

std::string title_of(const Pack& pack) {
  return pack.cards.empty() || pack.cards.front().text.empty() ? "" : pack.cards.front().text.front().title;
}

struct Ground {
  assembly::SourceOptions source;
  fs::path state;
  bool is_mounted = false;
};

// Returns what went wrong; empty: nothing.
std::string live_on_full_disk(const Ground& ground, const ReadPack& read) {
  const auto& [source, state, is_mounted] = ground;
  source::TomlFiles files;
  source::Diagnostics known;
  const Settings settings = assembly::load_settings(source, files, known);
  runtime::LastGood last_good(state);
  const runtime::Reading first = read(last_good, settings, source.config, nullptr);
  last_good.keep(source.config, runtime::SettingsAre::good);
  const std::string old_title = title_of(first.loaded.content.pack);
  if (old_title.empty()) return "the pack has no valid card";
  if (const std::string fault = last_good.take_fault(); !fault.empty()) return "before the disk was full: " + fault;
  const fs::path card = source.content / content::card_place(first.loaded.content.pack.cards.front().id);
  const std::string old_card = bytes_of(card), new_card = retitled(old_card);
  if (!put(card, new_card)) return "the card cannot be edited";
  const bool is_edited = new_card != old_card;
  const fs::path notice = state / "notice.toml";
  const std::string notice_bytes = "title = \"Ask at the desk\"\n";
  if (!platform::write_whole(notice, notice_bytes).empty()) return "a notice cannot be written";

  FullDisk full(state, is_mounted);
  if (platform::write_whole(notice, std::string(room_bytes * 4, 'x')).empty()) return "the disk was not full";
  if (bytes_of(notice) != notice_bytes) return "a file that could not be written is damaged";
  const runtime::Reading second = read(last_good, settings, source.config, first.loaded.faces);
  last_good.keep(source.config, runtime::SettingsAre::good);
  const std::string fault = last_good.take_fault();
  const std::string new_title = title_of(second.loaded.content.pack);
  if (second.loaded.content.pack.cards.size() != first.loaded.content.pack.cards.size()) return "cards left the screen";
  if (is_edited && new_title == old_title) return "an edit is not shown while the disk is full";
  if (is_edited && fault.empty()) return "the full disk is not named";
  const auto kept = runtime::LastGood(state).kept(settings, source.config);
  if (!kept || title_of(kept->content.pack) != old_title) return "what was kept before is not whole any more";

  full.make_room();
  const runtime::Reading third = read(last_good, settings, source.config, first.loaded.faces);
  last_good.keep(source.config, runtime::SettingsAre::good);
  if (!last_good.take_fault().empty()) return "with room again, still nothing can be kept";
  const auto kept_after = runtime::LastGood(state).kept(settings, source.config);
  if (!kept_after || title_of(kept_after->content.pack) != new_title) return "with room again, the edit is not kept";
  put(card, old_card);
  return {};
}

constexpr const char* may_not_mount = "may not mount";

}  // namespace

Outcome check_full_disk(const assembly::SourceOptions& source, const fs::path& state, SmallDisk disk,
                        const ReadPack& read) {
  Outcome outcome;
  fs::create_directories(state);
  const std::uint64_t bytes = 2 * bytes_in(source.content) + room_bytes;
  std::optional<std::string> fault = may_not_mount;
  if (disk == SmallDisk::any) {
    fault = done_apart([&]() -> std::string {
      return mount_small_disk(state, bytes) ? live_on_full_disk({source, state, true}, read) : may_not_mount;
    });
  }
  const bool is_mounted = fault != may_not_mount;
  if (!is_mounted) fault = done_apart([&] { return live_on_full_disk({source, state, false}, read); });
  outcome.done = is_mounted ? "A small disk (tmpfs of " + with_commas(static_cast<long>(bytes / 1024)) +
                                  " kB) was filled to the last byte, a card edited, and room made again."
                            : "Stand-in for a full disk, since this user may mount none: a limit on the size of files "
                              "(RLIMIT_FSIZE) let nothing be written; a card was edited, and the limit lifted.";
  if (!fault) return failed(std::move(outcome), "the process that reads the cards crashed");
  return fault->empty() ? outcome : failed(std::move(outcome), *fault);
}

}  // namespace anteroom::selftest
