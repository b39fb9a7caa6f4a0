// Packs that no clinic has: very many cards, or pictures that do harm.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace anteroom::bench {

struct GeneratedPicture {
  std::string ending;  // of its file: "svg", "png"
  std::string bytes;
};

// A quick and sound picture.
GeneratedPicture calm_disc();

// A new folder below the system's temporary one with a sound pack of `cards` cards, "card-1" and so on, in English and
// French, which have `pictures` in turn; empty if it could not be written. The caller removes it. Requires: a picture.
std::filesystem::path write_pack(int cards, const std::vector<GeneratedPicture>& pictures);

}  // namespace anteroom::bench
