//! Bytes to UTF-8 text, or what the bytes look like instead.

use encoding_rs::{BIG5, Encoding, GB18030};

/// What a file that is not UTF-8 looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// The usual encoding of Chinese systems.
    Gbk,
    /// The usual encoding of traditional Chinese.
    Big5,
    /// Two bytes a character.
    Utf16,
    /// A spreadsheet, as its program saves it.
    Spreadsheet,
    /// Another file that is no text.
    Other,
}

/// The text without BOM.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Guess> {
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = bytes {
        return Err(Guess::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(text),
        Ok(_) => Err(Guess::Utf16),
        Err(_) => Err(guess(bytes)),
    }
}

fn guess(bytes: &[u8]) -> Guess {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Guess::Spreadsheet;
    }
    if bytes.contains(&0) {
        return Guess::Utf16;
    }
    let (gbk, big5) = (common(GB18030, bytes), common(BIG5, bytes));
    match (gbk, big5) {
        (None, None) | (Some(0), None) | (None, Some(0)) => Guess::Other,
        // A text of one of the two is a text of the other as well, but of letters that nobody uses.
        (gbk, big5) if big5 > gbk => Guess::Big5,
        _ => Guess::Gbk,
    }
}

/// How many of the letters that most Chinese texts hold `bytes` hold, read as `encoding`, times 100 in a hundred of all
/// Chinese letters; `None` if they are no such text or hold none.
fn common(encoding: &'static Encoding, bytes: &[u8]) -> Option<usize> {
    const COMMON: &str = "的一是不了在人有我他這这中大來来上個个到說说們们為为子和你地出道也時时年得就那要下以生會会自着去之過过家學学對对可她里後后小麼么心多天而能好都然沒没日於于起還还發发成事只作當当想看文無无開开手十用主行方又如前所本見见經经頭头面公同三已老從从動动兩两長长知民樣样現现分將将外但身些與与高意進进把法此實实回二理美點点月明其種种聲声全工己話话兒儿者向情部正名定女問问力機机給给等幾几很業业最間间新什打便位因重被走電电四第門门相次東东政海口使教西再平真聽听世氣气信北少關关並并內内加化由却代軍军產产入先山五太水萬万市眼體体別别處处總总才場场師师書书比住員员九笑性通目華华報报立馬马命張张活難难神數数件安表原車车白應应路期叫死常提感金何更反合放做系計计或司利受光王果親亲界及今京務务制解各任至清物台象記记邊边共風风戰战干接它許许八特覺觉望直服毛林題题建南度統统色字請请交愛爱讓让認认算論论百吃義义科怎元社術术結结六功指思非流每青管夫連连遠远資资隊队跟帶带花快條条院變变聯联言權权往展該该領领傳传近留紅红治決决周保達达辦办運运武半候七必城父強强步完革深區区即求品士轉转量空甚眾众技輕轻程告江語语英基派滿满式李息寫写呢識识極极令黃黄德收臉脸錢钱黨党倒未持取設设始版雙双歷历越史商千片容研像找友孩站廣广改議议形委早房音火際际則则首單单據据導导影失拿網网香似斯專专石若兵弟誰谁校讀读志飛飞觀观爭争究包組组造落視视濟济喜離离雖虽壞坏銷销售經经理客戶户號号姓職职崗岗態态級级";
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let letters = text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    let known = text.chars().filter(|c| COMMON.contains(*c)).count();
    (known * 100).checked_div(letters)
}
