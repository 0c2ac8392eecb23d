using System.CommandLine;
using System.Text;
using MagHopfield.BoardStudies.Budget;
using MagHopfield.Film.Learning;
using MagHopfield.Hardware.Bom;
using MagHopfield.Hardware.BringUp;
using MagHopfield.Hardware.Drawing;
using MagHopfield.Hardware.KiCad;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Safety;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Hardware.Spice;
using MagHopfield.Store;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield hardware write`: the analog board's schematic, drawings and bill of materials from its netlist.</summary>
internal static class HardwareCommand
{
    public static Command Create()
    {
        Option<string> output = new("--out")
        {
            Description = "Folder for the files.",
            DefaultValueFactory = _ => "hardware",
            HelpName = "DIR",
        };
        Command write = new("write", "Write the KiCad project, the drawn sheets, the bill of materials and the guides.") { output };
        write.SetAction((parsed, cancellation) => Task.FromResult(Write(parsed.GetRequiredValue(output), cancellation)));
        return new Command("hardware", "The analog board on paper.") { write, HardwareSimulateCommand.Create() };
    }

    private static int Write(string folder, CancellationToken cancellation)
    {
        BoardDesign design = BoardDesigner.FourNodes();
        IReadOnlyList<string> violations = ElectricalRules.Violations(design);
        foreach (string violation in violations)
            Console.Error.WriteLine("maghopfield: " + violation);

        // All is made before the first file is written: an interruption leaves no mixture of old and new.
        List<(string Path, byte[] Content)> files = [];
        void Add(string text, params string[] path) => files.Add((Path.Combine([folder, .. path]), Encoding.UTF8.GetBytes(text)));
        foreach ((string name, string text) in SchematicWriter.Files(design))
            Add(text, "kicad", name);

        foreach (string sheet in design.Sheets)
            Add(SheetSvg.Draw(design, sheet), "drawings", sheet + ".svg");

        Add(BlockDiagram.Draw(design), "drawings", "blocks.svg");
        Add(BillOfMaterials.Csv(design), "bom.csv");
        Add(Preparation.Of(BringUpGuide.Write, cancellation), "bring-up.md");
        string figures = Path.Combine(folder, "spice", SpiceResults.FileName);
        if (File.Exists(figures))
        {
            Add(
                Preparation.Of(() => SafetyDocument.Write(new SafetyAnalysis(SpiceResults.Read(File.ReadAllText(figures)))), cancellation),
                "safety.md");
        }

        // Predictions and picture of the error budget anew, beside what was observed last.
        string budget = Path.Combine(folder, "error-budget.md");
        if (File.Exists(budget))
        {
            string page = File.ReadAllText(budget);
            files.AddRange(BudgetStudy.Files(folder, [.. BudgetCase.All.Select(plan => BudgetDocument.Read(page, ErrorBudget.Of(plan)))]));
        }

        cancellation.ThrowIfCancellationRequested();
        foreach ((string path, byte[] content) in files)
            Save(path, content);

        AnsiConsole.MarkupLine(
            $"{design.Parts.Count} parts, {design.Nets().Count} nets, {violations.Count} violations of the electrical rules; in "
            + $"{Markup.Escape(Path.GetFullPath(folder))}");
        Table table = new Table().Border(TableBorder.Simple).AddColumn("class").AddColumn(
            new TableColumn("rough cost, EUR").RightAligned());
        foreach ((CostClass kind, double euro) in BillOfMaterials.Cost(design).OrderByDescending(c => c.Value))
            table.AddRow(kind.ToString(), euro.ToString("0", System.Globalization.CultureInfo.InvariantCulture));

        AnsiConsole.Write(
            table.AddRow(
                "sum", BillOfMaterials.Cost(design).Values.Sum().ToString("0", System.Globalization.CultureInfo.InvariantCulture)));
        return violations.Count == 0 ? ExitCode.Success : ExitCode.CheckFailed;
    }

    internal static void Save(string path, string text) => Save(path, Encoding.UTF8.GetBytes(text));

    internal static void Save(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        WholeFile.Write(path, content);
    }
}
