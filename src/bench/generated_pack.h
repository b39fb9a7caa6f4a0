// Packs generated for measurements: very many cards, or harmful pictures.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace anteroom::bench {

struct GeneratedPicture {
  std::string ending;  // file extension: "svg", "png"
  std::string bytes;
};

// A valid picture that is quick to draw.
GeneratedPicture calm_disc();

// Writes a valid pack of `cards` cards, "card-1" and so on, in English and French, which use `pictures` in turn.
// Returns its new folder in the system's temporary one, which the caller removes; empty if it could not be written.
// Requires: at least one picture.
std::filesystem::path write_pack(int cards, const std::vector<GeneratedPicture>& pictures);

}  // namespace anteroom::bench
