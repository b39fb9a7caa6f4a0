// An exhibit of each kind, read into the model.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "content/read_pack.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::content;

namespace {

const std::filesystem::path exhibits_pack = ANTEROOM_ROOT "/tests/content/sound/exhibits";

struct ReadExhibits {
  Pack pack;
  source::Diagnostics diagnostics;
};

ReadExhibits read_exhibits(const std::filesystem::path& folder, const PictureFactsOf& facts) {
  ReadExhibits result;
  PackOptions options;
  options.picture_facts = facts;
  source::TomlFiles files;
  result.pack = read_pack(folder, options, files, result.diagnostics);
  for (const source::Diagnostic& diagnostic : result.diagnostics.sorted()) UNSCOPED_INFO(source::to_text(diagnostic));
  CHECK(result.diagnostics.empty());
  REQUIRE(result.pack.cards.size() == 4);
  return result;
}

PictureFacts whole_face(const std::filesystem::path&, const std::vector<std::string>& ids) {
  PictureFacts facts{1200, 900, {}};
  // An element may extend beyond its picture; what cannot be seen cannot be touched.
  for (const std::string& id : ids) facts.elements[id] = {-120, 90, 240, 180};
  return facts;
}

}  // namespace

TEST_CASE("a fold is read with its texts in the order of its states") {
  const Card card = read_exhibits(exhibits_pack, whole_face).pack.cards[0];
  CHECK(card.exhibit == Exhibit(Fold{}));
  const ExhibitText english{
      "Fold it",
      "Drag a corner.",
      {{"", "It is flat."}, {"", "It is folded."}, {"", "It is open."}, {"", "It is \u2068Brandex\u2069."}}};
  CHECK(card.text[0].exhibit == english);
  CHECK(card.text[1].exhibit.parts[3].text == "Elle est lissée.");
}

TEST_CASE("a muscle is read with its texts in the order of its stages, the months last") {
  const Card card = read_exhibits(exhibits_pack, whole_face).pack.cards[3];
  CHECK(card.exhibit == Exhibit(Pull{SkinTone::brown, 0.2, {0.3, 1}}));
  const ExhibitText english{"Pull it",
                            "Drag the muscle.",
                            {{"", "It is loose."},
                             {"", "It is short."},
                             {"", "It rests."},
                             {"", "It is \u2068Brandex\u2069."},
                             {"1 month", "It is calm."},
                             {"2 months", "It moves."}},
                            {"Pull", "Let go", "Rest"}};
  CHECK(card.text[0].exhibit == english);
  CHECK(card.text[1].exhibit.buttons.back() == "Au repos");
}

TEST_CASE("the marks of steps are read with their places, and what changes with the marks") {
  TemporaryFolder folder;
  std::filesystem::copy(exhibits_pack, folder / "pack", std::filesystem::copy_options::recursive);
  std::ifstream in(folder / "pack/cards/steps.toml");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto write = [&](const std::string& from, const std::string& to) {
    REQUIRE(text.find(from) != std::string::npos);
    text.replace(text.find(from), from.size(), to);
  };
  write("layers = [\"base\", \"dawn\"]", "layers = [\"base\", \"dawn\"]\nmarks = [\"one\", \"between\"]");
  write("picture = \"moon.svg\"", "layers = [\"base\", \"noon\"]\nmarks = [\"two\"]");
  write("day = 90", "day = 90\nlayers = [\"base\"]\nmarks = [\"three\"]");
  folder.write("pack/cards/steps.toml", text);
  const auto facts = [](const std::filesystem::path&, const std::vector<std::string>& ids) {
    PictureFacts found{1200, 900, {}};
    double x = 0;
    for (const std::string& id : ids) found.elements[id] = {x += 120, 450, 120, 90};
    found.elements["base"] = {0, 0, 1200, 900};
    return found;
  };
  const Card card = read_exhibits(folder / "pack", facts).pack.cards[1];
  const Steps& steps = std::get<Steps>(card.exhibit);
  REQUIRE(steps.steps[0].marks.size() == 2);
  CHECK(steps.steps[0].marks[1].layer == "between");
  CHECK(steps.steps[1].marks[0].layer == "two");
  CHECK(steps.steps[1].marks[0].box.y == Approx(0.5));
  CHECK(steps.steps[1].marks[0].box.w == Approx(0.1));
  CHECK(steps.ratio == Approx(4.0 / 3));
  REQUIRE(steps.changing);
  CHECK(steps.changing->h < 0.3);  // the ground below it, "base", is the same at every step
}

TEST_CASE("steps are read with their days their layers and their pictures") {
  const Card card = read_exhibits(exhibits_pack, whole_face).pack.cards[1];
  const Steps steps{
      true, {{0, {"base", "dawn"}, ""}, {2.5, {}, (exhibits_pack / "pictures/moon.svg").string()}, {90, {}, ""}}};
  CHECK(card.exhibit == Exhibit(steps));
  const ExhibitText english{
      "Move the sun",
      "Drag the knob.",
      {{"Day 0", "It is dark."}, {"Day 3", "It is \u2068Brandex\u2069."}, {"Day 90", "It is late."}}};
  CHECK(card.text[0].exhibit == english);
}

TEST_CASE("hotspots are read as shares of their picture") {
  const Card card = read_exhibits(exhibits_pack, whole_face).pack.cards[2];
  const Hotspots spots{4.0 / 3, {{"voice", {0, 0.1, 0.1, 0.2}, {"region-voice"}}, {"head", {0.5, 0.5, 0.25, 0.125}}}};
  CHECK(card.exhibit == Exhibit(spots));
  // In the order of the regions, whatever the order of the texts.
  const ExhibitText english{
      "Touch a spot", "Touch a spot.", {{"Voice", "It is \u2068Brandex\u2069."}, {"Head", "It thinks."}}};
  CHECK(card.text[0].exhibit == english);
}

TEST_CASE("spots name what keeps its colours whichever is open") {
  const TemporaryFolder folder;
  folder.copy_from(exhibits_pack);
  std::string text = bytes_of_file(folder / "cards/spots.toml");
  const std::string kind = "kind = \"hotspots\"";
  REQUIRE(text.find(kind) != std::string::npos);
  CHECK(std::get<Hotspots>(read_exhibits(folder / "", whole_face).pack.cards[2].exhibit).lit.empty());
  folder.write("cards/spots.toml", text.replace(text.find(kind), kind.size(), kind + "\nlit = [\"hair\", \"ear\"]"));
  const auto spots = std::get<Hotspots>(read_exhibits(folder / "", whole_face).pack.cards[2].exhibit);
  CHECK(spots.lit == std::vector<std::string>{"hair", "ear"});
}

TEST_CASE("a spot names what is shown while it is open") {
  const TemporaryFolder folder;
  folder.copy_from(exhibits_pack);
  std::string text = bytes_of_file(folder / "cards/spots.toml");
  const std::string box = "box = [600, 450, 300, 112.5]";
  folder.write("cards/spots.toml", text.replace(text.find(box), box.size(), box + "\nshows = [\"hair\", \"ear\"]"));
  const auto spots = std::get<Hotspots>(read_exhibits(folder / "", whole_face).pack.cards[2].exhibit);
  CHECK(spots.regions[0].shown.empty());
  CHECK(spots.regions[1].shown == std::vector<std::string>{"hair", "ear"});
  CHECK(spots.regions[1].layers.empty());
}

TEST_CASE("a spot lights up its layers, or else its shape") {
  const TemporaryFolder folder;
  folder.copy_from(exhibits_pack);
  std::string text = bytes_of_file(folder / "cards/spots.toml");
  const std::string box = "box = [600, 450, 300, 112.5]";
  folder.write("cards/spots.toml", text.replace(text.find(box), box.size(), box + "\nlayers = [\"hair\", \"ear\"]"));
  const auto spots = std::get<Hotspots>(read_exhibits(folder / "", whole_face).pack.cards[2].exhibit);
  CHECK(spots.regions[0].layers == std::vector<std::string>{"region-voice"});
  CHECK(spots.regions[1].layers == std::vector<std::string>{"hair", "ear"});
  CHECK(spots.regions[1].box == Share{0.5, 0.5, 0.25, 0.125});
  CHECK_FALSE(spots.regions[1].hidden);
  const auto with_hidden_ear = [](const std::filesystem::path& file, const std::vector<std::string>& names) {
    PictureFacts facts = whole_face(file, names);
    facts.hidden = {"ear"};
    return facts;
  };
  const Card other = read_exhibits(folder / "", with_hidden_ear).pack.cards[2];
  CHECK_FALSE(std::get<Hotspots>(other.exhibit).regions[0].hidden);
  CHECK(std::get<Hotspots>(other.exhibit).regions[1].hidden);
}

TEST_CASE("a picture is asked about its board, and about elements only for a card that needs them") {
  std::vector<std::string> asked;
  read_exhibits(exhibits_pack, [&asked](const std::filesystem::path& picture, const std::vector<std::string>& ids) {
    asked.push_back(picture.filename().string());
    for (const std::string& id : ids) asked.back() += " " + id;
    return whole_face(picture, ids);
  });
  const std::vector<std::string> expected{"sun.svg base dawn", "sun.svg ground", "face.svg region-voice",
                                          "face.svg region-voice",  // which moves, too
                                          "face.svg ground"};
  CHECK(asked == expected);
}

TEST_CASE("without the facts of its picture an exhibit with shapes is left out") {
  const std::vector<Card> cards = read_exhibits(exhibits_pack, nullptr).pack.cards;
  CHECK(std::holds_alternative<Fold>(cards[0].exhibit));
  CHECK(std::holds_alternative<Steps>(cards[1].exhibit));
  CHECK(cards[2].exhibit == Exhibit());
  CHECK(cards[2].text[0].exhibit == ExhibitText());

  const TemporaryFolder folder;
  folder.copy_from(exhibits_pack);
  std::string text = bytes_of_file(folder / "cards/spots.toml");
  const std::string shape = "shape = \"region-voice\"";
  folder.write("cards/spots.toml", text.replace(text.find(shape), shape.size(), "box = [0, 0, 600, 900]"));
  const std::vector<Card> boxed = read_exhibits(folder / "", nullptr).pack.cards;
  const Hotspots spots{4.0 / 3, {{"voice", {0, 0, 0.5, 1}}, {"head", {0.5, 0.5, 0.25, 0.125}}}};
  CHECK(boxed[2].exhibit == Exhibit(spots));
}

TEST_CASE("an exhibit on a file that is not a picture is left out and the card stays") {
  const auto nothing = [](const std::filesystem::path&, const std::vector<std::string>&) { return PictureFacts{}; };
  const std::vector<Card> cards = read_exhibits(exhibits_pack, nothing).pack.cards;
  CHECK(cards[2].exhibit == Exhibit());
}
