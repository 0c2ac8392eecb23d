using System.CommandLine;
using MagHopfield.Cli.Numbers;
using MagHopfield.Experiments.Letters;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Results;
using MagHopfield.Film;
using MagHopfield.Shared;
using MagHopfield.Store;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield board letters`: the film of 35 nodes behind the virtual board.</summary>
internal static class BoardLettersCommand
{
    public static Command Create()
    {
        Option<string> word = new("--set")
        {
            Description = $"Letters to teach, in their order; the paper's sets are {string.Join(", ", Figure5Parameters.Words)}.",
            DefaultValueFactory = _ => Figure5Parameters.Words[0],
            HelpName = "WORD",
        };
        Option<string> output = new("--out")
        {
            Description = "Folder for the report and the JSON data.",
            DefaultValueFactory = _ => Path.Combine("out", "board-letters"),
            HelpName = "DIR",
        };
        Option<int> averages = NumberOption.Whole("--averages", "Rounds that a measurement averages; one takes 13 s of board time.", 8, 1, 100);
        Command command = new("letters", "35 nodes: a virtual board measures a film that was taught letters, recalls them from its own weights, and shows them on its panel.")
        {
            word, averages, output, OutputFolder.Overwrite(),
        };
        command.SetAction((parsed, cancellation) =>
        {
            DateTime started = DateTime.UtcNow;
            PatternSet set = LetterFont.Load("block").Set(parsed.GetRequiredValue(word));
            using ResultFolder folder = OutputFolder.Open(parsed, parsed.GetRequiredValue(output));
            Figure5Parameters parameters = Preparation.Of(() => LetterPresets.Of(LetterPreset.Shipped, set, "block"), cancellation);
            BoardLettersResult result = ProgressDisplay.Run(
                progress => new BoardLetters(parameters, parsed.GetRequiredValue(averages)).Run(progress, cancellation));
            foreach (((Pattern distorted, _, IReadOnlyList<string> panel), string label) in result.Examples.Zip(set.Labels))
            {
                AnsiConsole.MarkupLine($"[bold]{Markup.Escape(label)}[/]: distorted, and the panel of 8×8 LEDs after the recall");
                for (int row = 0; row < panel.Count; row++)
                {
                    string image = row < set.Rows ? string.Concat(Enumerable.Range(0, set.Columns).Select(c => distorted[row * set.Columns + c] > 0 ? '●' : '·')) : new string(' ', set.Columns);
                    AnsiConsole.WriteLine($"  {image}   {panel[row]}");
                }
            }

            PaperReport report = BoardLettersReport.Of(result);
            report.Write(folder.StagedPath, RunRecord.EndingNow(RecordedCommand.Line, started));
            folder.Complete();
            PaperCommand.Show(report, folder);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
