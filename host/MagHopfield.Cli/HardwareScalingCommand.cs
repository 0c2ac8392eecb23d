using System.CommandLine;
using MagHopfield.Hardware.Scaling;
using MagHopfield.Store;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield hardware scaling`: chips, cost and measuring time of boards of 4 to 64 nodes, as Markdown and as a figure.</summary>
internal static class HardwareScalingCommand
{
    public static Command Create()
    {
        Option<string?> write = new("--write") { Description = "Write the figure of cost and time into the folder 'drawings' of this one.", HelpName = "DIR" };
        Option<string> output = new("--out")
        {
            Description = "Folder for what is done so far.",
            DefaultValueFactory = _ => Path.Combine("out", "hardware-scaling"),
            HelpName = "DIR",
        };
        Command scaling = new("scaling", "Chips, rough cost and measuring time of boards of 4 to 64 nodes; goes on after an interruption.")
        {
            write, output,
        };
        scaling.SetAction((parsed, cancellation) =>
            Task.FromResult(Run(parsed.GetValue(write), OutputFolder.Store(parsed.GetRequiredValue(output), typeof(ScalingRow)), cancellation)));
        return scaling;
    }

    private static int Run(string? folder, ResultStore store, CancellationToken cancellation)
    {
        ScalingRow[] rows = [.. ScalingRow.All(store, cancellation)];
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
