extension Vocabulary {
    /// Words without content, and words that open a sentence.
    static let grammar = [
        Table(
            [.function],
            """
            ar في فى من عن على علي إلى الى مع بين حول عند منذ حتى خلال ضد نحو لدى قبل بعد عبر تحت فوق أمام
            ar وراء دون غير أن إن أنه إنه أنها إنها لأن لكن ولكن كما كل بعض أي أو أم ثم هو هي هم نحن أنت كان
            ar كانت يكون تكون ليس ليست لا لم لن ما ماذا من_خلال مما التي الذي الذين اللذين قد لقد سوف عدم به
            ar بها له لها فيه فيها عليه عليها منه منها ذلك تلك هناك هنا وهو وهي وقد وكان إذا إلا أما ل ب ك
            ar لـ بـ لك لكم بك كيف متى أين لماذا هل يا
            en the a an of in on to for and or with by from at as is are was be it its your you we i that
            en which will can has have had not but all no do
            fr le la les l d de des du un une et ou sur dans pour avec par au aux en est sont votre vos vous
            fr qui que se s n ne pas à y
            de der die das den dem des ein eine einen und oder im in auf für mit zu zum zur bei von sie ist
            de sind
            es el la los las un una y o de del en con por para su sus al se que lo
            it il lo la gli e di del della su con per
            pt o a os as e de do da no na em com para
            fa در از به با که را این آن و برای بر تا هم یا است شود می شد کرد
            ur کے کی کا میں سے کو پر اور ہے ہیں یہ وہ بھی نے
            tr ve bir bu ile için de da
            ru и в на с о об по за к у из от до для не что как это мы вы я он она они его ее их же бы или но
            id ke dari yang untuk dengan pada dan atau adalah setiap mari
            he של את על עם ב ל ו ה זה
            ur کریں کیا ہو تو گا گی
            it nel nella
            pt um uma dos ao às pelo pela sua seu é
            es más tu tus te
            fa های ها شما
            tr kadar göre olan
            ar أجل لأجل بغية
            """),
        Table(
            [.opener],
            """
            ar قال قالت أعلن أعلنت أكد أكدت أضاف أضافت ذكر ذكرت كشف كشفت أفاد أفادت أوضح أوضحت أشار أشارت
            ar صرح صرحت تابع نقل نقلت بحث بحثت التقى استقبل عقد عقدت شهد شهدت وصل وصلت دعا دعت حذر حذرت طالب
            ar طالبت نفى نفت رفض رفضت قرر قررت وافق وافقت صادق أصدر أصدرت نشر نشرت بدأ بدأت انتهى واصل واصلت
            ar شدد شددت اعتبر اعتبرت رأى رأت اتهم اتهمت هاجم قتل قتلت أصيب لقي توفي توفيت ارتفع ارتفعت انخفض
            ar تراجع تراجعت سجل سجلت حقق حققت فاز خسر تعادل تأهل يواجه تواجه يبدو يرى ترى يقول تقول يعتقد
            ar تشير تظهر يظهر تظل يظل يسعى تسعى يأتي تأتي جاء جاءت حصل حصلت تمكن تمكنت نجح أطلق أطلقت افتتح
            ar شارك شاركت أقام أقامت نظم نظمت كرم وقع وقعت أدان أدانت جدد جددت رحب رحبت أعرب أعربت أبدى أبدت
            ar ناقش ناقشت أجرى أجرت عبر عبرت لفت كتب كتبت تعرض تعرضت اندلع تشهد يشهد تواصل يواصل حضر واسى
            ar خرج دخل تلقى تلقت سيطرت استهدف استهدفت ألقى ألقت ضبط ضبطت أوقف
            ar هذا هذه ذلك هناك من_جانبه من_جانبها من_جهته من_جهتها من_المتوقع من_المقرر من_ناحيته كما لكن
            ar في_حين في_المقابل في_هذا_السياق في_السياق بحسب وفق وفقا يذكر يشار إلى_ذلك على_صعيد أما بعد
            ar منذ خلال رغم بينما حسب وحسب ووفق
            """),
    ]
}
