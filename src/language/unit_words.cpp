#include "language/unit_words.h"

#include <algorithm>

#include "language/language_tag.h"

namespace anteroom::language {

namespace {

const std::vector<UnitWords>& all_words() {
  static const std::vector<UnitWords> all{
      {.language = "en",
       .units = {u"second", u"minute", u"hour", u"day", u"week", u"month", u"year", u"time", u"dose", u"unit",
                 u"percent", u"point", u"dollar"},
       .joints = {u"to", u"or", u"and"},
       .before = {u"day", u"week", u"page", u"no.", u"age"}},
      {.language = "fr",
       .units = {u"seconde", u"minute", u"heure", u"jour", u"semaine", u"mois", u"an", u"ans", u"année", u"fois",
                 u"dose", u"unité", u"dollar"},
       .joints = {u"à", u"ou", u"et"},
       .before = {u"jour", u"semaine", u"page", u"n°", u"no"}},
      {.language = "es",
       .units = {u"segundo", u"minuto", u"hora", u"día", u"semana", u"mes", u"año", u"vez", u"veces", u"dosis",
                 u"unidad", u"dólar"},
       .joints = {u"a", u"o", u"y", u"de"},
       .before = {u"día", u"semana", u"página", u"n.º", u"núm."}},
      {.language = "pt",
       .units = {u"segundo", u"minuto", u"hora", u"dia", u"semana", u"mês", u"meses", u"ano", u"vez", u"vezes"},
       .joints = {u"a", u"ou", u"e", u"de"},
       .before = {u"dia", u"semana", u"página", u"n.º"}},
      {.language = "de",
       .units = {u"sekunde", u"minute", u"stunde", u"tag", u"woche", u"monat", u"jahr", u"mal", u"uhr", u"dosis"},
       .joints = {u"bis", u"oder", u"und"},
       .before = {u"tag", u"woche", u"seite", u"nr."}},
      {.language = "ar",
       .units = {u"ثانية", u"ثوان", u"دقيقة", u"دقائق", u"ساعة", u"ساعات", u"يوم", u"أيام", u"أسبوع", u"أسابيع", u"شهر",
                 u"أشهر", u"شهور", u"سنة", u"سنوات", u"عام", u"أعوام", u"مرة", u"مرات"},
       .joints = {u"إلى", u"أو", u"حتى", u"و"},
       .before = {u"اليوم", u"الأسبوع", u"الصفحة", u"رقم", u"بالرقم", u"الرقم"}},
      {.language = "pa",
       .units = {u"ਸਕਿੰਟ", u"ਮਿੰਟ", u"ਘੰਟ", u"ਦਿਨ", u"ਹਫ਼ਤ", u"ਮਹੀਨ", u"ਸਾਲ", u"ਵਾਰ", u"’ਤੇ", u"ਉੱਤੇ"},
       .joints = {u"ਤੋਂ", u"ਜਾਂ"},
       .before = {u"ਦਿਨ", u"ਹਫ਼ਤਾ", u"ਪੰਨਾ", u"ਨੰਬਰ"}},
      {.language = "hi",
       .units = {u"सेकंड", u"मिनट", u"घंट", u"दिन", u"हफ़्त", u"सप्ताह", u"महीन", u"साल", u"बार"},
       .joints = {u"से", u"या"},
       .before = {u"दिन", u"पृष्ठ"}},
      {.language = "zh",
       .units = {u"个半小时", u"个小时", u"个星期", u"个工作日", u"个月",   u"小时", u"分钟", u"星期", u"毫升",
                 u"毫米",     u"毫克",   u"厘米",   u"公里",     u"个",     u"周",   u"天",   u"年",   u"月",
                 u"日",       u"岁",     u"次",     u"针",       u"支",     u"种",   u"点",   u"秒",   u"成",
                 u"倍",       u"度",     u"号",     u"期",       u"片",     u"项",   u"位",   u"名",   u"条",
                 u"张",       u"例",     u"元",     u"個小時",   u"個星期", u"個月", u"小時", u"分鐘", u"個",
                 u"週",       u"歲",     u"針",     u"種",       u"點",     u"號",   u"項"},
       .joints = {u"到", u"至", u"或"},
       .before = {u"第"}},
  };
  return all;
}

}  // namespace

const UnitWords& unit_words(std::string_view language) {
  static const UnitWords none{};
  std::string_view base = base_language(language);
  if (base == "yue") base = "zh";
  const std::vector<UnitWords>& all = all_words();
  const auto found =
      std::find_if(all.begin(), all.end(), [base](const UnitWords& words) { return words.language == base; });
  return found == all.end() ? none : *found;
}

const std::vector<std::u16string_view>& common_units() {
  static const std::vector<std::u16string_view> all{u"%",   u"٪", u"°",  u"°c", u"°f", u"$",  u"€",   u"£",  u"mm",
                                                    u"cm",  u"m", u"km", u"µg", u"mg", u"g",  u"kg",  u"ml", u"l",
                                                    u"min", u"h", u"s",  u"ms", u"am", u"pm", u"a.m", u"p.m"};
  return all;
}

}  // namespace anteroom::language
