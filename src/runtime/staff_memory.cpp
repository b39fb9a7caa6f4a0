#include "runtime/staff_memory.h"

#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>

namespace anteroom::runtime {

namespace {

// Moments of the clinic's civil time, as seconds since its 1970.
std::int64_t to_number(WallTime time) {
  return time.time_since_epoch().count();
}

WallTime to_time(std::int64_t number) {
  return WallTime(std::chrono::seconds(number));
}

}  // namespace

std::filesystem::path staff_file(const std::filesystem::path& state_folder) {
  return state_folder.empty() ? state_folder : state_folder / "staff.json";
}

StaffMemory read_staff_memory(const std::filesystem::path& file, WallTime now) {
  StaffMemory memory;
  if (file.empty()) return memory;
  std::ifstream in(file);
  const nlohmann::json json = nlohmann::json::parse(in, nullptr, false);
  if (!json.is_object()) return memory;  // not there, or damaged
  const auto number = [&json](const char* key) -> std::optional<std::int64_t> {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer()) return std::nullopt;
    return found->get<std::int64_t>();
  };
  constexpr std::int64_t most_wrong = 1000;
  if (const auto wrong = number("wrong_pins"); wrong && *wrong > 0 && *wrong <= most_wrong) {
    memory.wrong = static_cast<int>(*wrong);
  }
  if (const auto dark = number("dark_until"); dark && to_time(*dark) > now) memory.dark_until = to_time(*dark);
  if (const auto cleaned = number("cleaned"); cleaned && to_time(*cleaned) <= now) memory.cleaned = to_time(*cleaned);
  const auto hidden = json.find("hidden");
  if (hidden == json.end() || !hidden->is_object()) return memory;
  for (const auto& [card, until] : hidden->items()) {
    if (!until.is_number_integer() || to_time(until.get<std::int64_t>()) <= now) continue;
    memory.hidden[card] = to_time(until.get<std::int64_t>());
  }
  return memory;
}

std::string to_json(const StaffMemory& memory, WallTime now) {
  nlohmann::ordered_json json;
  json["wrong_pins"] = memory.wrong;
  if (memory.dark_until && *memory.dark_until > now) json["dark_until"] = to_number(*memory.dark_until);
  if (memory.cleaned) json["cleaned"] = to_number(*memory.cleaned);
  nlohmann::ordered_json hidden = nlohmann::ordered_json::object();
  for (const auto& [card, until] : memory.hidden) {
    if (until > now) hidden[card] = to_number(until);
  }
  json["hidden"] = hidden;
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace anteroom::runtime
