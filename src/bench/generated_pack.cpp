#include "bench/generated_pack.h"

#include <cstdlib>
#include <fstream>
#include <string>

namespace anteroom::bench {

namespace fs = std::filesystem;

namespace {

std::string card_text(const std::string& language, int number) {
  const bool french = language == "fr";
  const std::string n = std::to_string(number);
  std::string out = "[text." + language + "]\n";
  out += french ? "topic = \"Essai\"\ntitle = \"Carte numéro " + n + "\"\n"
                : "topic = \"Trial\"\ntitle = \"Card number " + n + "\"\n";
  out += french ? "lead = \"Une phrase courte qui dit l’essentiel. Une autre qui vous parle.\"\n"
                : "lead = \"One short sentence that says it all. Another one that speaks to you.\"\n";
  out += french ? "picture_alt = \"Un disque calme sur un fond clair, sans autre détail.\"\nask = \"Que dois-je savoir "
                  "de plus?\"\n"
                : "picture_alt = \"A calm disc on a light ground, with no other detail.\"\nask = \"What else should I "
                  "know?\"\n";
  for (const char* page : {"1", "2"}) {
    out += "[[text." + language + ".pages]]\ntitle = \"Page " + page + "\"\ntext = \"";
    for (int i = 0; i < 5; ++i)
      out += french ? "Voici une phrase simple de longueur moyenne. " : "Here is a plain sentence of middling length. ";
    out += "\"\n";
  }
  return out;
}

bool write(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  return static_cast<bool>(out.flush());
}

}  // namespace

GeneratedPicture calm_disc() {
  return {"svg",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 900\"><circle cx=\"600\" cy=\"450\" "
          "r=\"380\" fill=\"#DCE9E6\"/></svg>\n"};
}

fs::path write_pack(int cards, const std::vector<GeneratedPicture>& pictures) {
  std::string pattern = (fs::temp_directory_path() / "anteroom-pack-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) return {};
  fs::path folder = pattern;
  fs::create_directories(folder / "cards");
  fs::create_directories(folder / "pictures");
  bool ok = true;
  std::vector<std::string> names;
  for (const GeneratedPicture& picture : pictures) {
    names.push_back("picture-" + std::to_string(names.size() + 1) + "." + picture.ending);
    ok = ok && write(folder / "pictures" / names.back(), picture.bytes);
  }
  std::string list;
  for (int i = 1; i <= cards; ++i) {
    const std::string id = "card-" + std::to_string(i);
    const std::string& picture = names[static_cast<std::size_t>(i - 1) % names.size()];
    list += "  \"" + id + "\",\n";
    ok = ok && write(folder / "cards" / (id + ".toml"), "claims = []\npicture = \"" + picture +
                                                            "\"\nshow = [\"kiosk\", \"wall\"]\n" + card_text("en", i) +
                                                            card_text("fr", i));
  }
  ok = ok && write(folder / "pack.toml",
                   "format = 1\nid = \"big\"\nlanguages = [\"en\", \"fr\"]\ncards = [\n" + list +
                       "]\n[title]\nen = \"Big\"\nfr = \"Grand\"\n[source]\nen = \"Generated\"\nfr = \"Produit\"\n"
                       "[review]\non = 2026-01-01\nby = 2099-12-31\nreviewer = \"\"\n");
  if (ok) return folder;
  fs::remove_all(folder);
  return {};
}

}  // namespace anteroom::bench
