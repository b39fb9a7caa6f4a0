#include "content/card_reviews.h"

#include <filesystem>
#include <map>
#include <string_view>
#include <utility>

#include "content/limits.h"
#include "content/read_picture.h"

namespace anteroom::content {

namespace {

// The hash of the picture that `name` means; of nothing if there is none.
std::string picture_hash(std::string_view name, const PackFolder& folder) {
  const std::string path = picture_path(name, folder);
  std::error_code error;
  const bool is_usual = std::filesystem::is_regular_file(path, error) &&
                        std::filesystem::file_size(path, error) <= max_picture_bytes && !error;
  return review::bytes_hash(is_usual ? source::file_bytes(path) : std::string());
}

}  // namespace

PackReviews read_reviews(const PackFolder& folder, source::TomlFiles& toml, source::Diagnostics& diagnostics,
                         bool with_facts) {
  PackReviews reviews;
  const std::string place = review::signatures_place;
  if (folder.has(place) && folder.contains(place)) {
    const std::string reported_path = folder.reported_path(place);
    const source::TomlFile* file = toml.read(folder.path(place), reported_path, max_signatures_bytes);
    if (file == nullptr) {
      source::add_file_fault(diagnostics, rule::broken_signature, reported_path,
                             "this cannot be read, so no card counts as signed");
    } else {
      reviews.file = file;
      reviews.signatures = review::read_signatures(*file, diagnostics);
    }
  }
  if (reviews.signatures.empty() && !with_facts) return reviews;
  if (!folder.has(claims_place) || !folder.contains(claims_place)) return reviews;
  const source::TomlFile* claims =
      toml.read(folder.path(claims_place), folder.reported_path(claims_place), max_claims_bytes);
  if (claims != nullptr) reviews.facts = review::facts_in(claims->values());
  return reviews;
}

std::vector<std::vector<review::OneText>> signed_parts(const CardFile& file, const PackFile& head,
                                                       const review::Facts& facts, const PackFolder& folder) {
  const std::vector<std::string>& languages = head.pack.languages;
  std::vector<std::vector<review::OneText>> parts(languages.size());
  if (file.card.text.size() != languages.size()) return parts;
  const auto hash = [&folder](std::string_view name) { return picture_hash(name, folder); };
  const std::vector<review::OneText> of_card = review::parts_of_card(file.table, facts, hash);
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const source::TomlTable* text = source::find_table(file.table, {"text", languages[i]});
    if (text == nullptr || !file.card.has_text(i)) continue;
    parts[i] = review::parts_of_text(file.table, *text, {head.vars.at(languages[i]), head.pack.source[i]});
    parts[i].insert(parts[i].end(), of_card.begin(), of_card.end());
  }
  return parts;
}

void judge(CardFile& file, const PackFile& head, const PackReviews& reviews, const PackFolder& folder) {
  const std::vector<std::string>& languages = head.pack.languages;
  file.reviews.assign(languages.size(), {});
  if (!reviews.signatures.contains(file.card.id)) return;
  const auto parts = signed_parts(file, head, reviews.facts, folder);
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const review::Signature* signature = review::find(reviews.signatures, file.card.id, languages[i]);
    if (signature == nullptr || parts[i].empty()) continue;
    review::TextReview& review = file.reviews[i];
    review = {*signature, review::changes_since(signature->of, parts[i])};
    if (review.is_signed()) file.card.text[i].approval = {signature->reviewer, signature->on};
    file.card.text[i].review_by = signature->by;
    const bool is_last =
        !file.card.review_by.ok() || std::chrono::sys_days(signature->by) > std::chrono::sys_days(file.card.review_by);
    if (is_last) file.card.review_by = signature->by;
  }
}

}  // namespace anteroom::content
