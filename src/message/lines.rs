//! Texts of the `lines` family: lines of a role that do nothing, or nothing that others do not.

use super::Text;

texts! {
    DEAD_ALLOW = "role `{role}` allows {rights}, but all of it is denied", "角色 `{role}` 允许了 {rights}，但全部被禁止";
    DEAD_ALLOW_HERE = "never gives anything", "从未给予任何权限";
    TAKES_HERE = "takes it", "由此被取走";
    DEAD_ALLOW_HELP = "remove the allow, narrow the deny, or add `cancel deny … inherited from …` with a reason",
        "删去这条允许，缩小禁止的范围，或加上带理由的 `cancel deny … inherited from …`";
    COVERED_ALLOW = "role `{role}` allows {rights} already by another line", "角色 `{role}` 的另一行已经允许了 {rights}";
    COVERED_BY_INHERITED = "role `{role}` allows {rights} already through {others}",
        "角色 `{role}` 已通过 {others} 允许了 {rights}";
    NOTHING_NEW_HERE = "gives nothing new", "没有给予新的权限";
    GIVES_ALL_HERE = "gives all of it", "已给予全部";
    COVERED_HELP = "remove the needless line", "删去多余的一行";
    COVERED_PART_HELP = "take {rights} out of the line", "从这一行中去掉 {rights}";
    REDUNDANT_ALLOW = "role `{role}` allows {rights} already by other lines together",
        "角色 `{role}` 的其他几行合起来已经允许了 {rights}";
    GIVES_PART_HERE = "gives a part of it", "已给予其中一部分";
    IMPOSSIBLE = "this line of role `{role}` can never apply to {rights}", "角色 `{role}` 的这一行永远不会作用于 {rights}";
    IMPOSSIBLE_HERE = "no request, record or instant ever meets it", "没有任何请求、记录或时刻能满足它";
    IMPOSSIBLE_HELP = "its condition contradicts itself, or its time never meets that of the role: mend it or remove the line",
        "它的条件自相矛盾，或其时间与角色的时间永不相交：请改正或删去这一行";
    INEFFECTIVE_DENY = "role `{role}` denies {rights} where nobody is allowed it anyway",
        "角色 `{role}` 禁止了 {rights}，但其范围内本来就没有人被允许";
    INEFFECTIVE_DENY_HERE = "takes nothing from anybody", "没有取走任何人的任何权限";
    INEFFECTIVE_DENY_HELP =
        "remove it, or keep it as a brake for rules to come and waive the finding with that reason",
        "删去它；若有意为将来的规则预留限制，请保留并以此为理由豁免";
    COVERED_DENY = "role `{role}` denies {rights} already by another line", "角色 `{role}` 的另一行已经禁止了 {rights}";
    COVERED_DENY_BY_INHERITED = "role `{role}` denies {rights} already through {others}",
        "角色 `{role}` 已通过 {others} 禁止了 {rights}";
    DENIES_NOTHING_NEW_HERE = "denies nothing new", "没有增加新的禁止";
    DENIES_ALL_HERE = "denies all of it", "已全部禁止";
    REDUNDANT_DENY = "role `{role}` denies {rights} already by other lines together",
        "角色 `{role}` 的其他几行合起来已经禁止了 {rights}";
    DENIES_PART_HERE = "denies a part of it", "已禁止其中一部分";
    COVERED_MASK = "what this mask of role `{role}` masks is masked or denied already by other lines",
        "角色 `{role}` 的这条脱敏所涉及的内容已由其他行脱敏或禁止";
    MASKS_NOTHING_NEW_HERE = "masks nothing new", "没有增加新的脱敏";
    MASKS_HERE = "masks or denies it", "已在此脱敏或禁止";
    IDLE_CANCEL = "this cancel of role `{role}` lets nothing through", "角色 `{role}` 的这条取消没有放开任何权限";
    IDLE_CANCEL_HERE = "nobody is allowed anything because of it", "没有人因它而获得任何权限";
    IDLE_CANCEL_HELP = "another deny still takes it, or nothing is allowed there: cancel that one too, add the allow, or remove the line",
        "仍有其他禁止在起作用，或那里本来没有允许：请一并取消、补上允许，或删去这一行";
    IDLE_REQUIRE = "this requirement keeps nobody from anything", "这条要求没有拦住任何人";
    IDLE_REQUIRE_HERE = "every allow that it concerns demands it already, or there is none",
        "它所涉及的每条允许都已包含这一条件，或根本没有这样的允许";
    IDLE_REQUIRE_HELP = "remove it, or keep it for rules to come and waive the finding with that reason",
        "删去它；若有意为将来的规则预留，请保留并以此为理由豁免";
    VACUOUS_GIVES = "the condition ({condition}) is false for no value: it asks only that the value be known",
        "条件（{condition}）对任何取值都不为假：它只要求取值已知";
    VACUOUS_TAKES = "the condition ({condition}) is false for no value: the line works always",
        "条件（{condition}）对任何取值都不为假：这一行始终有效";
    VACUOUS_HERE = "nothing is told apart here", "这里没有任何区分";
    VACUOUS_GIVES_HELP = "leave it out, write `is set` if that is what you mean, or mend the values",
        "删去这个条件；若只要求有值，请写 `is set`；或改正其中的取值";
    VACUOUS_TAKES_HELP = "leave it out, or mend the values", "删去这个条件，或改正其中的取值";
    DEAD_ALTERNATIVE_COVERED = "one side of an `or` ({part}) never matters: whenever it holds, another side does too",
        "`or` 的一侧（{part}）从不起作用：凡是它成立时，另一侧也成立";
    DEAD_ALTERNATIVE_NEVER = "one side of an `or` ({part}) can never hold", "`or` 的一侧（{part}）永远不会成立";
    DEAD_ALTERNATIVE_HERE = "this side of the `or` does nothing", "`or` 的这一侧不起作用";
    DEAD_ALTERNATIVE_HELP = "leave that side out, or mend the value in it", "删去这一侧，或改正其中的取值";
    CONTRADICTORY_REQUIRE = "nobody can ever meet this requirement: {rights} is refused to all it concerns",
        "没有人能够满足这条要求：对其所涉及的所有人，{rights} 都会被拒绝";
    CONTRADICTORY_REQUIRES = "nobody can ever meet all requirements of {rights}: it is refused to everybody",
        "没有人能够同时满足 {rights} 的全部要求：所有人都会被拒绝";
    CONTRADICTORY_REQUIRE_HERE = "no value makes this true", "没有任何取值使其为真";
    CONTRADICTORY_REQUIRES_HERE = "cannot be met together with the other", "无法与另一条同时满足";
    CONTRADICTORY_REQUIRE_THERE = "the other one", "另一条要求";
    CONTRADICTORY_REQUIRE_HELP = "mend the condition; to shut the right for everybody, deny it instead",
        "改正条件；若要对所有人关闭该权限，请改用禁止";
    IDLE_SUSPENSION = "nobody may do any of {rights} while this suspension holds",
        "这条暂停有效期间，本来就没有人能做 {rights}";
    IDLE_SUSPENSION_HERE = "stops nothing", "没有停下任何动作";
    IDLE_SUSPENSION_HELP = "look at the action, the object and the dates; if it is for rules to come, waive this with that reason",
        "检查动作、对象和日期；若有意为将来的规则预留，请以此为理由豁免";
}
