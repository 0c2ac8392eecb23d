using System.CommandLine;
using System.Globalization;
using MagHopfield.Hardware.Spice;
using MagHopfield.Reports;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield hardware simulate`: runs the decks of hardware/spice by ngspice, draws them and keeps their figures.</summary>
internal static class HardwareSimulateCommand
{
    public static Command Create()
    {
        Option<string> folder = new("--out")
        {
            Description = "Folder of the board.",
            DefaultValueFactory = _ => "hardware",
            HelpName = "DIR",
        };
        Command simulate = new("simulate", "Run the circuit simulations (ngspice), draw them and keep their figures.") { folder };
        simulate.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetRequiredValue(folder), cancellation)));
        return simulate;
    }

    private static int Run(string folder, CancellationToken cancellation)
    {
        if (!NgSpice.IsInstalled)
        {
            AnsiConsole.MarkupLine($"[red]{NgSpice.Missing}[/]");
            return ExitCode.BadInput;
        }

        List<SpiceDeck> decks = [];
        Table table = new Table().Border(TableBorder.Simple).AddColumn("deck").AddColumn("figure").AddColumn(
            new TableColumn("value, SI units").RightAligned());
        foreach (string name in SpiceDeck.All)
        {
            string file = Path.Combine(folder, "spice", name);
            if (!File.Exists(file))
            {
                AnsiConsole.MarkupLine(
                    $"[red]There is no deck {Markup.Escape(file)}; --out names the folder 'hardware' of the repository.[/]");
                return ExitCode.BadInput;
            }

            SpiceDeck deck = SpiceDeck.Run(name, File.ReadAllText(file), cancellation);
            decks.Add(deck);
            foreach ((string figure, double value) in deck.Figures)
                table.AddRow(name, figure, value.ToString("G4", CultureInfo.InvariantCulture));

        }

        foreach ((string picture, Figure figure) in decks.SelectMany(SpicePlots.Draw))
        {
            foreach ((string path, byte[] content) in figure.Files(Path.Combine(folder, "drawings", picture)))
                HardwareCommand.Save(path, content);
        }

        HardwareCommand.Save(Path.Combine(folder, "spice", SpiceResults.FileName), SpiceResults.Write(decks));
        AnsiConsole.Write(table);
        return ExitCode.Success;
    }
}
