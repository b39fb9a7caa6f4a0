#include "proof/proof.h"

#include <algorithm>
#include <memory>

#include "content/card_reviews.h"
#include "language/language_name.h"
#include "model/wall_clock.h"
#include "proof/card_tables.h"
#include "proof/screens.h"
#include "report/every_screen.h"
#include "report/signature_report.h"
#include "screens/compose.h"

namespace anteroom::proof {

namespace {

using document::Heading;
using document::Look;
using document::Paragraph;
using document::Table;

// One card in one language.
struct Part {
  const content::CardFile* file = nullptr;
  std::size_t language = 0;
  Changed changed = {};  // if only what has changed is wanted
};

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

class Writer {
 public:
  Writer(const Request& request, const std::function<void(const std::string&, double)>& progress)
      : request_(request), progress_(progress), languages_(request.files.head.pack.languages) {
    for (const Shown& shown : request.screens) screens_.push_back(std::make_unique<ScreenPictures>(shown));
    rows_ = report::signature_rows(request.files, request.today);
  }

  Proof write() {
    parts_ = chosen();
    blocks().emplace_back(Heading{1, title()});
    add_about();
    for (std::size_t language = 0; language < languages_.size(); ++language) add_language(language);
    progress_("", 1);
    std::set<std::string> faults;
    for (const auto& each : screens_) {
      proof_.screens += each->drawn();
      faults.insert(each->faults().begin(), each->faults().end());
    }
    proof_.faults.assign(faults.begin(), faults.end());
    proof_.texts = static_cast<int>(parts_.size());
    document::Document& document = proof_.document;
    document.title = title();
    document.creator = "Anteroom";
    document.created = request_.created;
    document.footer = request_.footer;
    return std::move(proof_);
  }

 private:
  std::vector<document::Block>& blocks() { return proof_.document.blocks; }

  std::string title() const {
    const std::vector<std::string>& titles = request_.files.head.title;
    const std::string name = titles.empty() ? std::string() : titles.front();
    return (request_.since ? "Changes to be signed" : "Proof") + (name.empty() ? name : ": " + name);
  }

  bool is_wanted(const content::CardFile& file, std::size_t language) const {
    const std::string& tag = languages_[language];
    if (!request_.cards.empty() && !request_.cards.contains(file.card.id)) return false;
    if (!request_.languages.empty() && !request_.languages.contains(tag)) return false;
    return file.card.has_text(language);
  }

  // A card in a language, unless it is as it was signed.
  std::optional<Part> changed_part(const content::CardFile& file, std::size_t language) const {
    const std::string& tag = languages_[language];
    const std::vector<review::OneText> now =
        content::signed_parts(file, request_.files.head, request_.facts, request_.folder)[language];
    const review::Signature* signature = review::find(request_.since->signatures, file.card.id, tag);
    if (signature != nullptr && signature->of == review::fingerprint_of(now)) return std::nullopt;
    return Part{&file, language, changed_since(*request_.since, file.card.id, tag, now)};
  }

  std::vector<Part> chosen() const {
    std::vector<Part> parts;
    for (std::size_t language = 0; language < languages_.size(); ++language) {
      for (const content::CardFile& file : request_.files.cards) {
        if (!file.is_valid || !is_wanted(file, language)) continue;
        if (!request_.since) {
          parts.push_back({&file, language});
        } else if (std::optional<Part> part = changed_part(file, language)) {
          parts.push_back(std::move(*part));
        }
      }
    }
    return parts;
  }

  void add_about() {
    Table about{{0.2, 0.8}, {}, {}};
    for (const auto& [name, value] : request_.about) about.rows.push_back({cell(name), cell(value)});
    const std::size_t unread = faulty_cards();
    about.rows.push_back(
        {cell("Holds"),
         cell(counted(parts_.size(), "text", "texts") + ", each a card in a language" +
              (unread == 0 ? "" : "; " + counted(unread, "card", "cards") + " with faults not: see anteroom check"))});
    blocks().emplace_back(std::move(about));
    if (parts_.empty()) blocks().emplace_back(Paragraph{"Nothing has changed since it was signed."});
    if (request_.since && !parts_.empty()) add_list_of_changes();
    blocks().emplace_back(
        Paragraph{"Sign each card in each language where its lines are, or all of them here. Then record it with "
                  "anteroom sign: "
                  "only that is what the screens show.",
                  Look::small});
    add_lines();
  }

  void add_list_of_changes() {
    Table list{{0.3, 0.2, 0.5}, {cell("Card"), cell("Language"), cell("Changed")}, {}};
    for (const Part& part : parts_) {
      list.rows.push_back({cell(part.file->card.id), cell(language::english_name(languages_[part.language])),
                           cell(joined(part.changed.names))});
    }
    blocks().emplace_back(std::move(list));
  }

  std::size_t faulty_cards() const {
    const auto& cards = request_.files.cards;
    return static_cast<std::size_t>(
        std::count_if(cards.begin(), cards.end(), [](const content::CardFile& file) { return !file.is_valid; }));
  }

  void add_lines() {
    blocks().emplace_back(Table{{0.4, 0.4, 0.2},
                                {cell("Reviewed by"), cell("Signature"), cell("Date")},
                                {{cell("\n"), cell("\n"), cell("\n")}}});
  }

  void add_language(std::size_t language) {
    const bool any =
        std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) { return part.language == language; });
    if (!any) return;
    blocks().emplace_back(Heading{1, language::english_name(languages_[language])});
    if (!request_.since) add_pack_texts(language);
    for (const Part& part : parts_) {
      if (part.language == language) add_card(part);
    }
    if (!request_.since && request_.cards.empty()) add_other_screens(language);
  }

  // What all cards of the language have in common.
  void add_pack_texts(std::size_t language) {
    const std::string& tag = languages_[language];
    const content::PackFile& head = request_.files.head;
    Table texts{{0.2, 0.8}, {cell("Text of the pack"), cell("")}, {}};
    if (language < head.title.size()) texts.rows.push_back({cell("title"), cell(head.title[language], tag)});
    if (language < head.pack.source.size())
      texts.rows.push_back({cell("source"), cell(head.pack.source[language], tag)});
    if (const auto vars = head.vars.find(tag); vars != head.vars.end()) {
      for (const auto& [name, value] : vars->second) texts.rows.push_back({cell("{" + name + "}"), cell(value, tag)});
    }
    blocks().emplace_back(std::move(texts));
  }

  void add_card(const Part& part) {
    const content::CardFile& file = *part.file;
    const std::string& tag = languages_[part.language];
    const CardText& text = file.card.text[part.language];
    progress_(file.card.id + ", " + language::english_name(tag),
              static_cast<double>(done_++) / static_cast<double>(parts_.size()));
    blocks().emplace_back(Heading{2, text.title + " (" + file.card.id + ", " + tag + ")"});
    Table facts{{0.2, 0.8}, {}, {}};
    facts.rows.push_back({cell("Signature"), cell(signature_of(file.card.id, tag))});
    if (request_.since) facts.rows.push_back({cell("Changed"), cell(joined(part.changed.names))});
    if (const std::string figures = figures_of(request_.readability, file.card.id, tag); !figures.empty()) {
      facts.rows.push_back({cell("Reading"), cell(figures)});
    }
    if (!file.card.link.empty()) facts.rows.push_back({cell("Link"), cell(file.card.link)});
    blocks().emplace_back(std::move(facts));
    for (const Table& changes : part.changed.tables) blocks().emplace_back(changes);
    for (std::optional<Table> table : {claims_of(file, request_.facts), words_of(file, tag, part.changed.texts)}) {
      if (table) blocks().emplace_back(std::move(*table));
    }
    for (const auto& each : screens_) add_screens(*each, file.card.id, part.language);
    add_lines();
  }

  std::string signature_of(const std::string& card, const std::string& tag) const {
    for (const report::SignatureRow& row : rows_) {
      const auto& of = row.languages;
      if (row.card == card && std::find(of.begin(), of.end(), tag) != of.end()) return row.state;
    }
    return "not signed";
  }

  void add_screens(ScreenPictures& pictures, const std::string& id, std::size_t language) {
    const Content& content = pictures.shown().content;
    const std::vector<std::size_t> cards = report::shown_cards(content, language_in(content, language));
    for (const std::size_t card : cards) {
      if (content.pack.cards[card].id != id) continue;
      State state = start(content, {MonoTime{}, report::time_of_all_cards(content)});
      state.open = true;
      state.hello = false;
      state.language = language_in(content, language);
      state.card = card;
      std::vector<std::pair<std::string, scene::Scene>> scenes;
      for (report::Screenful& each : report::screens_of_card(state, content, pictures.fonts())) {
        scenes.emplace_back(pictures.shown().name + ", " + each.name, std::move(each.scene));
      }
      if (content.settings.role == Role::kiosk) add_looks(state, content, pictures, scenes);
      pictures.add(scenes, blocks());
    }
  }

  // The card's front as it looks to patients who enlarge the letters or raise the contrast.
  static void add_looks(State state, const Content& content, ScreenPictures& pictures,
                        std::vector<std::pair<std::string, scene::Scene>>& scenes) {
    constexpr int largest = 200;
    state.session.text_percent = largest;
    scenes.emplace_back(pictures.shown().name + ", front, letters of 200 %",
                        screens::compose(state, content, pictures.fonts()));
    state.session.text_percent = 100;
    state.session.high_contrast = true;
    scenes.emplace_back(pictures.shown().name + ", front, high contrast",
                        screens::compose(state, content, pictures.fonts()));
  }

  // The language's place in `content`, which lacks languages that have no words of the interface.
  std::size_t language_in(const Content& content, std::size_t language) const {
    const auto& all = content.pack.languages;
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), languages_[language]) - all.begin());
  }

  // Choosers, warning, notices, no card, closed.
  void add_other_screens(std::size_t language) {
    blocks().emplace_back(Heading{2, "Screens of no card (" + languages_[language] + ")"});
    for (const auto& each : screens_) {
      const Content& content = each->shown().content;
      if (language_in(content, language) == content.pack.languages.size()) continue;
      std::vector<std::pair<std::string, scene::Scene>> scenes;
      for (report::Named& named : report::screens_of_no_card(language_in(content, language), content, each->fonts(),
                                                             report::time_of_all_cards(content))) {
        scenes.emplace_back(each->shown().name + ", " + named.name, std::move(named.scene));
      }
      const std::vector<std::size_t> offered = offered_languages(content);
      if (!offered.empty() && offered.front() == language_in(content, language)) {
        for (report::Named& named :
             report::screens_of_staff(content, each->fonts(), report::time_of_all_cards(content))) {
          scenes.emplace_back(each->shown().name + ", " + named.name, std::move(named.scene));
        }
      }
      each->add(scenes, blocks());
    }
  }

  const Request& request_;
  const std::function<void(const std::string&, double)>& progress_;
  const std::vector<std::string>& languages_;
  std::vector<std::unique_ptr<ScreenPictures>> screens_;
  std::vector<report::SignatureRow> rows_;
  std::vector<Part> parts_;
  std::size_t done_ = 0;
  Proof proof_;
};

}  // namespace

Proof proof_of(const Request& request, const std::function<void(const std::string&, double)>& progress) {
  return Writer(request, progress).write();
}

}  // namespace anteroom::proof
