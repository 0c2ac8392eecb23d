using System.CommandLine;
using MagHopfield.Hardware.Scaling;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield hardware scaling`: chips, cost and measuring time of boards of 4 to 64 nodes, as Markdown and as a figure.</summary>
internal static class HardwareScalingCommand
{
    public static Command Create()
    {
        Option<string?> write = new("--write") { Description = "Write the figure of cost and time into the folder 'drawings' of this one.", HelpName = "DIR" };
        Command scaling = new("scaling", "Chips, rough cost and measuring time of boards of 4 to 64 nodes.") { write };
        scaling.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(write), cancellation)));
        return scaling;
    }

    private static int Run(string? folder, CancellationToken cancellation)
    {
        ScalingRow[] rows = [.. ScalingRow.Sizes.Select(nodes => ScalingRow.Of(nodes, cancellation))];
        Console.Write(ScalingTable.Markdown(rows));
        if (folder is not null)
        {
            foreach ((string path, byte[] content) in ScalingPlot.Draw(rows).Files(Path.Combine(folder, "drawings", "scaling")))
            {
                HardwareCommand.Save(path, content);
            }

            AnsiConsole.MarkupLine($"Written: {Markup.Escape(Path.GetFullPath(folder))}/drawings/scaling.png and .svg");
        }

        return ExitCode.Success;
    }
}
