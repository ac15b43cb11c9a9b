extension Vocabulary {
    /// Sharing, following, subscribing, and where.
    static let sharing = [
        Table(
            [.sharing, .verb],
            """
            ar شارك شاركوا شاركها شاركه شاركنا شاركونا انشر انشرها أرسل ارسل غرد أرسله
            en share tweet retweet email_this send_to share_this pin_it send
            fr partager partagez envoyer
            de teilen teile weiterleiten
            es compartir comparte compártelo enviar
            it condividi
            pt compartilhar compartilhe
            fa ارسال_به_دوستان بفرستید
            ur شیئر_کریں شئیر_کریں
            tr paylaş paylaşın
            he שתפו שתף
            ru поделиться поделитесь отправить
            id bagikan kirim
            he שתפו_את שלח_לחבר
            """),
        Table(
            [.sharing],
            """
            ar مشاركة مشاركات المشاركة للمشاركة نسخ_الرابط  تم_النسخ  انسخ_الرابط رابط_مختصر
            ar الرابط_المختصر إرسال_بالبريد عبر_البريد إرسال_لصديق إرسال_إلى_صديق  
            en sharing shares copy_link copied
            fr partage partages copier_le_lien
            de link_kopieren
            es
            fa اشتراک‌گذاری اشتراک_گذاری به_اشتراک_بگذارید لینک_کوتاه لینک
            ur شیئر شئیر
            tr paylaşım
            he שיתוף
            ar معجب_بهذه معجب_بهذا
            en like_this
            """),
        Table(
            [.following, .verb],
            """
            ar تابع تابعوا تابعنا تابعونا تابعوني تابعي انضم انضموا اشترك اشتركوا إشترك اشتركي سجل سجلوا حمل
            ar حملوا نزل نزلوا لمتابعة لمتابعتنا للاشتراك للإشتراك للانضمام لتحميل لتنزيل للتسجيل احصل فعل
            ar تواصلوا_معنا تواصل_معنا كن_على_اطلاع كونوا ليصلك ليصلكم تصلك تلقى
            en follow join subscribe sign_up signup download register like_us stay_tuned
            fr suivez suivre abonnez rejoignez inscrivez s_abonner recevez téléchargez abonnement
            de folgen folge abonnieren abonniere abonnieren_sie anmelden
            es síguenos sigue siga síganos suscríbete suscríbase suscribirse únete descarga regístrate
            es recibe
            it seguici iscriviti
            pt siga inscreva assine receba
            fa دنبال_کنید عضو_شوید مشترک_شوید بپیوندید
            ur فالو_کریں سبسکرائب جوائن
            tr takip_edin takip abone katılın
            he עקבו הירשמו
            ru подписывайтесь подпишитесь подписаться следите присоединяйтесь скачайте
            id ikuti gabung bergabung berlangganan dapatkan unduh langganan
            he הצטרפו הירשמי עקוב הורידו הרשמו
            tr abone_olun kaydolun indirin katıl
            de melden_sie jetzt_anmelden abonniert jetzt_abonnieren folgt laden_sie
            pt participe cadastre siga_nos acompanhe receber baixe
            it abbonati ricevi scarica
            es recibir apúntate inscríbete hazte únase descargue
            en unsubscribe sign_me_up become_a_member donate support_us support_our subscribe_now
            fr recevoir soutenez faites_un_don suivez_nous
            ar انضمي فعلوا فعلي حملي نزلي اشتركن تابعن ادعم ادعموا ادعمونا تبرع تبرعوا احصلوا تلقوا استلم
            ar استلموا التحق التحقوا للانضمام_إلى لتصلك لتصلكم لدعم لا_تنسوا_متابعتنا
            ar أكمل أكملوا واصل_القراءة جرب جربوا
            ar لا_تنس لا_تنسوا لا_تنسى لا_تنسي
            """),
        Table(
            [.following],
            """
            ar متابعة اشتراك الاشتراك إشتراك متابعتنا
            en followers subscription signup following
            en subscriber subscribers subscriptions member members membership donation
            fr abonnés abonné inscription
            de abo abonnenten abonnement anmeldung
            es suscriptores suscripción suscriptor
            pt assinantes assinatura assinante
            ar للمشتركين المشتركين الاشتراكات اشتراكك اشتراككم
            ru подписка подписчиков подписке
            tr abonelik takipçi
            en get receive delivered
            de direkt erhalten abbestellen
            fr recevez_chaque
            ar مجانا مجاناً
            """),
        Table(
            [.platform],
            """
            ar فيسبوك فيس_بوك فايسبوك تويتر إكس اكس منصة_إكس منصة_اكس واتساب واتس_اب واتس_آب واتسآب الواتساب
            ar تلغرام تيليغرام تيليجرام تليجرام تلجرام تيلغرام التلغرام انستغرام إنستغرام انستقرام انستجرام
            ar إنستجرام يوتيوب تيك_توك تيكتوك لينكد_إن لينكدإن لينكدان لينكدين لينكد سناب_شات سناب سنابشات
            ar غوغل_نيوز جوجل_نيوز غوغل جوجل غوغل_بلس جوجل_بلس قوقل نبض ثريدز ماسنجر مسنجر بينتريست بنترست
            ar ريديت تمبلر فايبر ساوند_كلاود بودكاست آب_ستور
            en facebook twitter whatsapp whats_app telegram instagram youtube tiktok linkedin snapchat
            en google google_news threads messenger pinterest pin_interest pin interest reddit tumblr viber
            en rss x bluesky mastodon flipboard vk gmail outlook apple_news app_store google_play fb email
            en e_mail mail print_friendly addthis sharethis
            fa توییتر اینستاگرام تلگرام فیس‌بوک واتساپ واتس‌اپ روبیکا ایتا بله سروش آپارات ایمیل
            ur فیس_بک ٹوئٹر واٹس_ایپ یوٹیوب انسٹاگرام
            he פייסבוק טוויטר וואטסאפ
            tr whatsapp_kanalı
            ru телеграм вконтакте фейсбук твиттер одноклассники дзен дзене вк
            fa بله‌مسنجر
            ur انسٹا واٹس_اپ ٹوئیٹر
            he אינסטגרם טלגרם ווטסאפ יוטיוב
            en whatsapp_channel telegram_channel apple_podcasts spotify youtube_channel
            ar سبوتيفاي أنغامي سيغنال سيجنال ديسكورد تويتش كلوب_هاوس أبل_بودكاست بلوسكاي ماستودون لاين تمبل
            ar واتسابنا
            """),
        Table(
            [.channel],
            """
            ar قناة قنوات صفحة صفحات حساب حسابات تطبيق تطبيقات منصة منصات مجموعة جروب نشرة النشرة_البريدية
            ar النشرة_الإخبارية بريدية بودكاست إشعارات الإشعارات الاشعارات اشعارات خدمة_الاشعارات تنبيهات
            ar رسائل شبكات_التواصل مواقع_التواصل وسائل_التواصل السوشيال_ميديا كروب قائمة_بريدية
            ar القائمة_البريدية بريدك نشرات_بريدية
            en channel page account newsletter newsletters app apps group feed updates alerts notifications
            en inbox podcast social_media
            fr chaîne page compte lettre_d_information newsletter appli application alertes
            de kanal newsletter app seite
            es canal página cuenta boletín boletines newsletter app aplicación alertas
            it canale
            pt canal
            fa کانال صفحه خبرنامه
            ur چینل صفحہ
            tr kanal sayfa
            ar خدمة_الأخبار خدمة_الرسائل الرسائل_القصيرة الرسائل_العاجلة بريدك_الإلكتروني
            en mailing_list digest briefing headlines mailbox emails news_alerts breaking_news
            fr boîte_mail boîte_aux_lettres adresse_mail
            de postfach posteingang kanälen whatsapp_kanal e_mail_adresse
            es correo bandeja_de_entrada grupo
            pt e_mail_diário boletim caixa_de_entrada aplicativo
            it pagina gruppo posta
            tr bülten bültenimize kanalımıza hesabımızı uygulamamızı kanalımız sayfamızı
            ru канал рассылку рассылка telegram_канал группу приложение страницу каналы
            id saluran grup aplikasi halaman notifikasi
            he ערוץ ניוזלטר עמוד אפליקציה אפליקציית קבוצת
            fa گروه اپلیکیشن
            ur گروپ ایپ نیوز_لیٹر
            ar النسخة_الرقمية النسخة_الورقية
            ar قروب القروب قروبات جروبات كروبات
            """),
        Table(
            [.channel, .us],
            """
            ar قناتنا قنواتنا صفحتنا صفحاتنا حسابنا حساباتنا تطبيقنا موقعنا منصتنا منصاتنا مجموعتنا نشرتنا
            ar نشراتنا بودكاستنا بثنا
            fa کانال_ما
            ar نشرتنا_البريدية حسابنا_على مجموعاتنا إذاعتنا خدماتنا
            tr bültenimize kanalımıza sayfamızı
            he לניוזלטר_שלנו לערוץ
            """),
        Table(
            [.us],
            """
            ar معنا بنا لنا علينا إلينا أخبارنا تابعنا تابعونا تغطيتنا محتوانا مقالاتنا
            en our us
            fr nous nos notre
            de uns unser unseren unsere
            es nuestro nuestra nuestros nuestras nos
            it nostro
            pt nosso nossa
            fa ما
            ur ہمیں ہمارے ہمارا
            tr bizi
            ru нас нам наш наши нашу нашем наших
            id kami
            he אחרינו שלנו אותנו
            tr bizim bize
            it nostra nostri
            pt nossos nossas
            de unserer unserem
            fr nôtre
            """),
        Table(
            [.you],
            """
            ar يمكنكم بإمكانكم هاتفك هاتفكم جهازك جهازكم بريدك بريدكم متصفحكم عزيزي_القارئ
            en your you
            fr votre vos vous
            de ihre ihr sie
            ar يمكنك بإمكانك يمكنكن هاتفكن بريدكم_الإلكتروني عزيزتي أعزاءنا متابعينا قراءنا عزيزي
            es tu tus usted ustedes
            pt seu sua você vocês
            it tuo tua tuoi
            ru ваш вас вам ваше вашу
            id anda
            tr siz sizin size
            he לכם אתכם שלכם
            ur آپ
            fa شما
            ar لديك لديكم أعجبك أعجبكم تقييمك رأيكم تريد_المزيد
            ar منطقتك بلدك
            """),
        Table(
            [.click, .verb],
            """
            ar اضغط اضغطوا إضغط انقر انقروا أنقر اضغطي
            en click tap
            fr cliquez cliquer
            de klicken
            es haga_clic clic pulse
            fa کلیک_کنید
            ur کلک_کریں
            tr tıklayın
            pt clique
            it clicca
            ru нажмите кликните
            id klik
            he לחצו הקליקו
            """),
        Table(
            [.here],
            """
            ar هنا
            en here
            fr ici
            de hier
            es aquí
            fa اینجا
            ur یہاں
            pt aqui
            it qui
            tr buraya burada
            ru здесь
            id di_sini
            he כאן
            """),
        Table(
            [.original],
            """
            ar الأصلي الاصلي كاملا كاملة كاملاً الكامل
            en original full
            fr original intégral
            de original
            es original completo
            ar دائم الدائم الدائمة
            """),
        Table(
            [.link],
            """
            ar رابط الرابط نسخ
            en link
            fr lien
            es enlace
            fa لینک
            ru ссылка
            tr bağlantı
            """),
    ]
}
