#include "language/function_words.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string>

#include "language/icu_text.h"
#include "language/language_tag.h"
#include "language/words.h"

namespace anteroom::language {

namespace {

struct List {
  std::string_view language;  // without script and region
  std::string_view words;     // in lower case, between blanks
};

// By tag.
constexpr std::array<List, 21> lists = {{
    {"ar",
     "في من إلى على عن مع هو هي هم نحن أنا أنت أنتم هذا هذه ذلك تلك التي الذي الذين و أو ثم لا ما لم لن كان كانت يكون "
     "تكون إن أن إذا كل أي قد كما لدى لدينا بين عند جدا جدًا لكن لأن لك لكم لنا له لها"},
    {"bn",
     "ও এবং বা কিন্তু এই সেই ঐ এটি যে কি না আমি আমরা আমাদের আপনি আপনার আপনাদের তার তাদের হয় আছে ছিল জন্য থেকে সঙ্গে সাথে "
     "খুব সব"},
    {"de",
     "der die das den dem des ein eine einen einem einer eines und oder aber denn als wie wo wenn weil dass ob zu zum "
     "zur in im ins an am ans auf aus bei beim mit nach von vom vor für durch über unter um ohne bis seit gegen ist "
     "sind "
     "war waren sein bin bist seid wird werden wurde hat haben hatte habe kann können muss müssen soll sollen darf "
     "dürfen will wollen möchte ich du er sie es wir ihr uns euch ihnen ihm ihn mich dich sich mir dir mein meine dein "
     "deine unser unsere unserem unseren unserer unseres euer eure ihre ihrem ihren ihrer ihres seine seinen seiner "
     "seinem dies diese dieser dieses diesem diesen kein keine keinen nicht auch nur noch schon so sehr ganz immer "
     "hier da dort was wer man sowie bzw alle allen aller alles"},
    {"el",
     "ο η το οι τα του της των τον την τους τις ένας μια μία ένα και ή αλλά ότι που πως αν να θα σε στο στη στην στον "
     "στα στους στις από με για είναι ήταν έχει έχουμε έχουν εμείς εσείς μας σας μου σου δεν μην πολύ πιο όλα αυτό "
     "αυτή"},
    {"en",
     "a an the and or but nor so yet if as than that this these those of in on at to for from by with without about "
     "into over under after before up down out off i you he she it we they me him her us them my your his its our "
     "ours yours their theirs who whom which what where when how is are was were be been being am do does did have "
     "has had can could may might must shall should will would not no yes very really quite too also just only even "
     "ever always never all any some each every both more most such here there s t re ve ll d m"},
    {"es",
     "el la los las lo un una unos unas y e o u pero ni que como si de del a al en con sin por para desde hasta sobre "
     "entre es son era eran ser está están somos estamos fue ha han he hemos hay tiene tienen tenemos puede pueden yo "
     "tú él ella usted ustedes nosotros nosotras ellos ellas me te se nos le les mi mis tu tus su sus nuestro nuestra "
     "nuestros nuestras este esta estos estas ese esa eso esto no muy más también sólo solo siempre aquí todo toda "
     "todos todas cual quien"},
    {"fa",
     "و یا اما که از به در با بر برای تا این آن است هست بود می را ما شما من او آنها هم نیز نه هر همه خیلی بسیار یک"},
    {"fr",
     "le la les l un une des du de d au aux et ou mais ni que qu qui quoi dont où si comme car donc à en dans sur sous "
     "avec sans pour par chez vers entre depuis est sont était étaient être sommes suis êtes a ont avons avez ai avait "
     "peut peuvent doit doivent je j tu il elle on nous vous ils elles me m te t se s lui leur leurs mon ma mes ton ta "
     "tes son sa ses notre nos votre vos ce c cet cette ces cela ça ne n pas non très plus aussi toujours ici tout "
     "toute tous toutes y"},
    {"hi",
     "का के की को में से पर और या है हैं था थे थी हो होता होती यह ये वह वे इस उस हम हमारा हमारे हमारी आप आपका आपके आपकी "
     "मैं मेरा मेरे मेरी न नहीं भी ही तो कि जो तक साथ लिए बहुत सबसे सब एक ने"},
    {"it",
     "il lo la i gli le l un uno una e ed o ma né che chi come se di d a da in con su per tra fra del dello della "
     "dei degli delle dell al allo alla ai agli alle all dal dalla dai dalle dall nel nella nei nelle nell sul sulla "
     "sui sulle sull è sono era erano essere siamo ha hanno abbiamo può possono io tu lui lei noi voi loro mi ti si ci "
     "vi mio mia tuo tua suo sua nostro nostra nostri nostre vostro vostra questo questa questi queste non molto più "
     "anche sempre qui tutto tutta tutti tutte"},
    {"ja",
     "は が を に の と も で へ や か から まで より ね よ です ます だ である でした した する して いる ある この "
     "その あの これ それ 私 私たち 当院 とても 最も もっと"},
    {"ko",
     "그 이 저 및 또는 그리고 하지만 우리 저희 는 은 가 를 을 의 에 에서 와 과 도 로 으로 입니다 있습니다 합니다 가장 "
     "매우 아주 제일"},
    {"nl",
     "de het een en of maar want als dan dat die dit deze van in op aan te ten ter tot voor door over onder om zonder "
     "met bij naar uit is zijn was waren ben bent wordt worden heeft hebben had kan kunnen moet moeten mag wil ik jij "
     "je u hij zij ze wij we jullie ons onze mijn jouw uw zijn haar hun niet geen ook nog al heel zeer altijd hier "
     "daar "
     "er wat wie alle alles"},
    {"pa",
     "ਦਾ ਦੇ ਦੀ ਦੀਆਂ ਨੂੰ ਵਿੱਚ ਵਿਚ ਤੋਂ ਤੇ ਅਤੇ ਜਾਂ ਪਰ ਹੈ ਹਨ ਸੀ ਸਨ ਹੋ ਹੁੰਦਾ ਹੁੰਦੀ ਇਹ ਉਹ ਇਸ ਉਸ ਅਸੀਂ ਸਾਡਾ ਸਾਡੇ ਸਾਡੀ ਤੁਸੀਂ ਤੁਹਾਡਾ "
     "ਤੁਹਾਡੇ ਤੁਹਾਡੀ ਮੈਂ ਮੇਰਾ ਮੇਰੇ ਮੇਰੀ ਨਾ ਨਹੀਂ ਵੀ ਹੀ ਤਾਂ ਕਿ ਜੋ ਤੱਕ ਨਾਲ ਲਈ ਬਹੁਤ ਸਭ ਇੱਕ ਨੇ"},
    {"pl",
     "i a oraz lub albo ale że który która które jak niż w we na z ze do od dla po przed przez o u pod nad bez jest są "
     "był była było być ma mają mamy może można ja ty on ona ono my wy oni mnie nas was nam wam mój moja nasz nasza "
     "nasze naszych twój wasz pan pani się nie tak też tylko bardzo zawsze tu tutaj to ten ta te co kto wszystko"},
    {"pt",
     "o a os as um uma uns umas e ou mas nem que como se de do da dos das em no na nos nas ao aos à às com sem por "
     "pelo "
     "pela para desde até sobre entre é são era eram ser está estão somos estamos foi há tem têm temos pode podem eu "
     "tu você vocês ele ela nós eles elas me te lhe meu minha seu sua seus suas nosso nossa nossos nossas este esta "
     "esse essa isso isto não muito mais também só sempre aqui todo toda todos todas quem qual"},
    {"ru",
     "и а но или да не ни что как чтобы если в во на с со к ко у о об от до из за для по при под над без через это "
     "этот "
     "эта эти тот та те я ты он она оно мы вы они нас вас нам вам наш наша наше наши ваш ваша ваше ваши мой моя свой "
     "есть был была было были быть может можно очень самый самая самое самые также только всегда здесь всё все кто"},
    {"tr",
     "bir ve veya ya da de ki ile için gibi kadar göre ama fakat ne bu şu o bunu onu biz siz ben sen onlar bize size "
     "bizim sizin benim onun bizde mi mı mu mü değil dir dır var yok en çok daha her hep hem bütün tüm olan olarak "
     "oldu olur ise hiç çünkü sadece burada"},
    {"uk",
     "і й та а але або чи не ні що як щоб якщо в у на з із зі до від для по при під над без через це цей ця ці той та "
     "ті я ти він вона воно ми ви вони нас вас нам вам наш наша наше наші ваш ваша ваше ваші мій моя є був була було "
     "були бути може можна дуже також тільки завжди тут все всі хто"},
    {"vi",
     "là và hoặc hay nhưng của cho với ở tại trong trên dưới từ đến về một những các cái này đó kia tôi chúng ta bạn "
     "quý vị anh chị ông bà họ không có được bị đã đang sẽ rất nhất cũng thì mà nếu vì như"},
    {"zh",
     "的 了 是 在 和 与 與 或 或者 也 都 就 不 没 沒 有 我 我们 我們 你 你们 你們 您 他 她 它 他们 他們 这 這 这个 "
     "這個 "
     "那 那个 那個 这里 這裡 一 一个 一個 个 個 对 對 为 為 从 從 到 把 被 让 讓 给 給 吗 嗎 呢 吧 啊 很 最 更 非常 "
     "所有 会 會 能 可以 要 上 下 中 里 裡"},
}};

std::string lower_case(std::string_view word, const std::string& language) {
  return to_utf8(icu_text(word).toLower(icu::Locale(language.c_str())));
}

bool is_in(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

bool says_little(std::string_view word, std::string_view language) {
  if (word.empty()) return true;
  const std::string base(base_language(language));
  const auto list =
      std::find_if(lists.begin(), lists.end(), [&base](const List& each) { return each.language == base; });
  constexpr int longest_where_there_is_no_list = 3;
  if (list == lists.end()) return character_count(word, language) <= longest_where_there_is_no_list;
  return is_in(list->words, lower_case(word, base));
}

}  // namespace

bool is_function_word(std::string_view word, std::string_view language) {
  if (says_little(word, language)) return true;
  for (const std::string_view joint : {std::string_view("'"), std::string_view("’"), std::string_view("-")}) {
    const std::size_t at = word.find(joint);
    if (at == std::string_view::npos) continue;
    return is_function_word(word.substr(0, at), language) && is_function_word(word.substr(at + joint.size()), language);
  }
  return false;
}

}  // namespace anteroom::language
