using MagHopfield.BoardStudies.Agreement;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>What the report shows of the whole of Niu's experiment: recalls by method and pattern, and the gates.</summary>
internal static class WholeExperimentReport
{
    public static void Add(HtmlPage page, BoardCrossCheckResult result)
    {
        page.Paragraph(
            "Each of the seven independent patterns was trained on top of the one before and all 16 states were recalled from it, "
            + "asynchronously and synchronously: from "
            + "weights, and by currents measured on the film for every field (Niu's steps 1 to 8; the board has no 1 T, the simulator's G "
            + "of the saturated film is told to it). "
            + "The simulator goes the same way with the same seeds. “Close” is a recall in which a field of the simulator came nearer to "
            + "its threshold than the two may "
            + "differ: there noise decides, and another end is no error.");
        page.Heading("G of all lessons");
        page.Figures(
            (
                "agreement",
                AgreementPlot.Many(
                    [
                        .. result.Lessons.Select(l => (l.Training.Pattern.ToString().Replace('-', '−'), l.Rows)),
                        .. result.Gates.Select(g => (g.Gate.ToString().ToUpperInvariant(), g.Rows)),
                    ]),
                "Board minus simulator of each element, relative to the largest of its two rows, lesson by lesson; dashed: the budget; "
                + "whiskers: standard error that the board states."));
        page.Paragraph(
            "By the energies of all 16 states, "
            + $"{result.Lessons.Count(l => new EnergyLandscape(l.Training.Pattern, l.BoardEnergies).IsLearned)} of {result.Lessons.Count} "
            + "patterns lie lowest on the "
            + $"board, {result.Lessons.Count(l => new EnergyLandscape(l.Training.Pattern, l.SimulatedEnergies).IsLearned)} in the "
            + $"simulator; {result.Gates.Count(g => g.IsGate)} of {result.Gates.Count} gates come out.");
        page.Heading("Recalls");
        page.Table(
            [
                "method", "order", "recalls", "same end", "close", "other end", "right from one flip (board)", "the same (simulator)",
                "right from two flips (board)",
            ],
            result.Lessons.SelectMany(l => l.Recalls).GroupBy(r => (r.Method, r.Mode)).Select(
                g => Line(result, [.. g], g.Key.Method, g.Key.Mode)),
            textColumns: 2);
        page.Heading("Right from one flip, by pattern (board / simulator, of 8)");
        page.Table(
            ["method", "order", .. result.Lessons.Select(l => l.Training.Pattern.ToString().Replace('-', '−'))],
            result.Lessons[0].Recalls.Select(r => (r.Method, r.Mode)).Distinct().Select(key => (IReadOnlyList<string>)
            [
                HtmlPage.Encode(key.Method),
                key.Mode.ToLowerInvariant(),
                .. result.Lessons.Select(l =>
                {
                    RecallRow[] rows = [.. l.Recalls.Where(r => (r.Method, r.Mode) == key && r.Flips == 1)];
                    return $"{rows.Count(r => r.IsRight)} / {rows.Count(r => IsRight(l, r.Simulated))}";
                }),
            ]),
            textColumns: 2);
        RecallRow[] other = [.. result.Lessons.SelectMany(l => l.Recalls).Where(r => !r.Agrees)];
        if (other.Length > 0)
        {
            page.Heading("Recalls that end elsewhere");
            page.Table(
                ["method", "order", "start", "board", "simulator", "nearest decision (µS)", "may differ by (µS)", "verdict"],
                other.Select(r => (IReadOnlyList<string>)
                [
                    HtmlPage.Encode(r.Method), r.Mode.ToLowerInvariant(), r.Start, r.Board, r.Simulated, Number(
                        1e6 * (r.Clearance ?? 0), "0.0"), Number(1e6 * r.Tolerance, "0.0"),
                    BoardCrossCheckReport.Verdict(r.Passes, "close", "OTHER"),
                ]),
                textColumns: 5);
        }

        page.Heading("Gates");
        page.Table(
            [
                "gate", "control: board", "simulator", "table for 00, 01, 10, 11: board", "simulator", "wanted",
                "fields at node 4 (µS, simulator)", "decides above (µS)", "agreement", "the film is this gate",
            ],
            result.Gates.Select(g => (IReadOnlyList<string>)
            [
                g.Gate.ToString().ToUpperInvariant(), g.BoardControl
                    ? "1"
                    : "0", g.SimulatedControl
                    ? "1"
                    : "0", g.BoardTable ?? "undecided", g.SimulatedTable ?? "undecided",
                g.WantedTable, string.Join(", ", g.Fields.Select(f => Number(1e6 * f, "0"))), Number(1e6 * g.Resolution, "0"),
                BoardCrossCheckReport.Verdict(g.Passes, "pass", "FAIL"), g.IsGate ? "yes" : "no",
            ]));
        page.Table(BoardCrossCheckReport.RowHeader, result.Gates.SelectMany(g => BoardCrossCheckReport.Cells(g.Rows, g.Gate + ": ")));
    }

    private static bool IsRight(BoardLesson lesson, string state)
    {
        string trained = lesson.Training.Pattern.ToString();
        return state == trained || state == lesson.Training.Pattern.Negate().ToString();
    }

    private static IReadOnlyList<string> Line(BoardCrossCheckResult result, RecallRow[] rows, string method, string mode)
    {
        int Right(int flips) => rows.Count(r => r.Flips == flips && r.IsRight);
        int simulated = result.Lessons.Sum(
            l => l.Recalls.Count(r => r.Method == method && r.Mode == mode && r.Flips == 1 && IsRight(l, r.Simulated)));
        return
        [
            HtmlPage.Encode(method),
            mode.ToLowerInvariant(),
            $"{rows.Length}",
            $"{rows.Count(r => r.Agrees)}",
            $"{rows.Count(r => r.IsClose)}",
            BoardCrossCheckReport.Verdict(rows.All(r => r.Passes), $"{rows.Count(r => !r.Agrees)}", $"{rows.Count(r => !r.Agrees)}"),
            $"{Right(1)} of {rows.Count(r => r.Flips == 1)}", $"{simulated}", $"{Right(2)} of {rows.Count(r => r.Flips == 2)}",
        ];
    }
}
