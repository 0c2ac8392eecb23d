using System.CommandLine;
using MagHopfield.Cli.Numbers;
using MagHopfield.Experiments.Letters;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Results;
using MagHopfield.Experiments.Scaling;
using MagHopfield.Store;

namespace MagHopfield.Cli;

/// <summary>`maghopfield paper niu2024 scaling`: 4 to 64 nodes (Niu et al., PNAS 2024, "Scaling up").</summary>
internal static class ScalingCommand
{
    public static Command Create()
    {
        Option<int[]> nodes = NumberOption.Wholes(
            "--nodes", "Numbers of nodes.", new ScalingParameters().Nodes, n => ScalingParameters.Arrays.Any(a => a.Rows * a.Columns == n), "4, 9, 16, 25, 35 or 64");
        Option<int[]> patterns = NumberOption.Wholes("--patterns", "Numbers of patterns that the films are taught.", new ScalingParameters().Patterns, m => m is > 0 and <= 64, "1 to 64");
        Option<int[]> seeds = NumberOption.Wholes("--seeds", "Seeds, each a film and patterns of its own.", new ScalingParameters().Seeds, s => s >= 0, "0 or more");
        Option<string> output = LettersCommand.Output("scaling");
        Option<int> threads = LettersCommand.Threads();
        Command command = new("scaling", "4 to 64 nodes: time of training and of G, locality, capacity beside computed rules; goes on after an interruption.")
        {
            nodes, patterns, seeds, output, threads, OutputFolder.Overwrite(),
        };
        command.SetAction((parsed, cancellation) =>
        {
            DateTime started = DateTime.UtcNow;
            string target = parsed.GetRequiredValue(output);
            ScalingParameters parameters = new()
            {
                Nodes = [.. parsed.GetRequiredValue(nodes).Distinct().Order()],
                Patterns = [.. parsed.GetRequiredValue(patterns).Distinct().Order()],
                Seeds = [.. parsed.GetRequiredValue(seeds).Distinct()],
            };
            using ResultFolder folder = OutputFolder.Open(parsed, Path.Combine(target, "report"));
            ResultStore store = OutputFolder.Store(target, typeof(NetworkScaling));
            ScalingResult result = ProgressDisplay.Run(progress => new NetworkScaling(parameters).Run(store, parsed.GetRequiredValue(threads), progress, cancellation));
            PaperReport report = ScalingReport.Of(result);
            report.Write(folder.StagedPath, RunRecord.EndingNow(RecordedCommand.Line, started));
            folder.Complete();
            PaperCommand.Show(report, folder);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
