using System.CommandLine;
using MagHopfield.Cli.Numbers;
using MagHopfield.Experiments.Letters;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Results;
using MagHopfield.Film;
using MagHopfield.Store;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield paper niu2024 letters-search` and the like: 35 nodes (Niu et al., PNAS 2024, Fig. 5).</summary>
internal static class LettersCommand
{
    public static IEnumerable<Command> Create()
    {
        yield return Figure5();
        yield return Search();
    }

    private static Command Figure5()
    {
        Option<string> word = new("--set")
        {
            Description = $"Letters to teach, in their order; the paper's sets are {string.Join(", ", Figure5Parameters.Words)}.",
            DefaultValueFactory = _ => Figure5Parameters.Words[0],
            HelpName = "WORD",
        };
        Option<string> font = new("--font")
        {
            Description = $"Font: {string.Join(" or ", LetterFont.BuiltIn)}, or the path of a font file.",
            DefaultValueFactory = _ => LetterFont.BuiltIn[0],
            HelpName = "NAME|FILE",
        };
        Option<LetterPreset> preset = new("--protocol")
        {
            Description = "shipped: the one that the search found; printed: K, 20 Oe and 5 ns of the paper; demagnetised: the shipped one with the full demagnetising field.",
            DefaultValueFactory = _ => LetterPreset.Shipped,
            HelpName = "NAME",
        };

        // The library takes any number for an enumeration's member.
        preset.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Enum.GetNames<LetterPreset>().Select(n => n.ToLowerInvariant())]);
        Option<string> output = Output("fig5");
        Option<int> threads = Threads();
        Command command = new("fig5", "Letters on 35 nodes: training, recall, confusion, attractors, and every accuracy three ways; goes on after an interruption.")
        {
            word, font, preset, output, threads, OutputFolder.Overwrite(),
        };
        command.SetAction((parsed, cancellation) =>
        {
            DateTime started = DateTime.UtcNow;
            LetterFont letters = LetterFont.Load(parsed.GetRequiredValue(font));
            PatternSet set = letters.Set(parsed.GetRequiredValue(word));
            Figure5Parameters parameters = Preparation.Of(() => LetterPresets.Of(parsed.GetRequiredValue(preset), set, letters.Name), cancellation);
            string target = Path.Combine(parsed.GetRequiredValue(output), set.Name);
            using ResultFolder folder = OutputFolder.Open(parsed, target);
            ResultStore store = OutputFolder.Store(parsed.GetRequiredValue(output), typeof(Niu2024Figure5));
            Figure5Result result = ProgressDisplay.Run(progress => new Niu2024Figure5(parameters).Run(store, parsed.GetRequiredValue(threads), progress, cancellation));
            PaperReport report = LetterFigure5Report.Of(result);
            report.Write(folder.StagedPath, RunRecord.EndingNow(RecordedCommand.Line, started));
            folder.Complete();
            PaperCommand.Show(report, folder);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static Command Search()
    {
        Option<string> output = Output("letters-search");
        Option<int> threads = Threads();
        Command command = new("letters-search", "Search film, protocol and reference of 35 nodes on letters of its own; goes on after an interruption.") { output, threads };
        command.SetAction((parsed, cancellation) =>
        {
            string folder = parsed.GetRequiredValue(output);
            var protocols = Preparation.Of(LetterSearch.Protocols, cancellation);
            ResultStore store = OutputFolder.Store(folder, typeof(LetterSearch));
            IReadOnlyList<SearchRow> rows = ProgressDisplay.Run(
                progress => LetterSearch.Run(store, parsed.GetRequiredValue(threads), protocols, progress, cancellation));
            Directory.CreateDirectory(folder);
            WholeFile.Write(Path.Combine(folder, "search.tsv"), LetterSearch.Table(rows));
            Table table = new Table().Border(TableBorder.Simple).AddColumns("K", "padding", "pad", "lead", "V", "ns", "order", "weights", "similarity", "exact", "no recall", "films");
            foreach (SearchRow r in rows.Take(20))
            {
                table.AddRow(
                    $"{r.Film.HardAxis:0}", $"{r.Film.Padding:0.00}", $"{r.Film.PadSize:0.00}", $"{r.Film.LeadResistance:0}", $"{r.Protocol.Voltage:0.0000}", $"{r.Protocol.PulseTime * 1e9:0}", r.Protocol.Order.ToString(), Markup.Escape(r.Recipe.Name), $"{r.Similarity:0.000}", $"{r.ExactRecall:0.000}", $"{r.NoRecall:0.000}", $"{r.Films}");
            }

            AnsiConsole.Write(table);
            AnsiConsole.MarkupLine($"all rows  {Markup.Escape(Path.Combine(folder, "search.tsv"))}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    internal static Option<string> Output(string name) => new("--out")
    {
        Description = "Folder for results, and for what is done so far.",
        DefaultValueFactory = _ => Path.Combine("out", "niu2024", name),
        HelpName = "DIR",
    };

    internal static Option<int> Threads() => NumberOption.Whole("--threads", "Trainings at the same time.", Environment.ProcessorCount, 1, int.MaxValue);
}
