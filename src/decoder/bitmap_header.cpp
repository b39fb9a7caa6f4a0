#include "decoder/bitmap_header.h"

namespace anteroom::decoder {
namespace {

const char* side_of_first_row(Orientation orientation) {
  switch (orientation) {
    case 3:
    case 4:
      return "lower";
    case 5:
    case 8:
      return "left";
    case 6:
    case 7:
      return "right";
    default:
      return "upper";
  }
}

// ": only its upper half can be read"
std::string readable_part(const BitmapHeader& header, std::optional<int> rows) {
  if (!rows || header.stored.height <= 0) return {};
  struct Share {
    double below;
    const char* name;
  };
  constexpr Share shares[] = {
      {0.29, "quarter"}, {0.42, "third"}, {0.58, "half"}, {0.71, "two thirds"}, {0.9, "three quarters"}};
  const double share = static_cast<double>(*rows) / header.stored.height;
  constexpr double next_to_nothing = 0.05;
  if (share < next_to_nothing) return ": nothing of it can be read";
  for (const Share& each : shares) {
    if (share < each.below) {
      return std::string(": only its ") + side_of_first_row(header.orientation) + " " + each.name + " can be read";
    }
  }
  return ": its last rows cannot be read";
}

constexpr const char* what_to_do = "; copy or export it again";

}  // namespace

std::string cut_short(const BitmapHeader& header, std::optional<int> rows) {
  return "is cut short" + readable_part(header, rows) + what_to_do;
}

std::string damaged(const BitmapHeader& header, std::optional<int> rows) {
  return "is damaged" + readable_part(header, rows) + what_to_do;
}

}  // namespace anteroom::decoder
