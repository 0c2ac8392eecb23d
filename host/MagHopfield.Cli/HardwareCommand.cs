using System.CommandLine;
using System.Text;
using MagHopfield.Experiments.Results;
using MagHopfield.Hardware.Bom;
using MagHopfield.Hardware.BringUp;
using MagHopfield.Hardware.Budget;
using MagHopfield.Hardware.Drawing;
using MagHopfield.Hardware.KiCad;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Safety;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Hardware.Spice;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield hardware write`: the analog board's schematic, drawings and bill of materials from its netlist.</summary>
internal static class HardwareCommand
{
    public static Command Create()
    {
        Option<string> output = new("--out") { Description = "Folder for the files.", DefaultValueFactory = _ => "hardware", HelpName = "DIR" };
        Command write = new("write", "Write the KiCad project, the drawn sheets, the bill of materials and the guides.") { output };
        write.SetAction((parsed, cancellation) => Task.FromResult(Write(parsed.GetRequiredValue(output), cancellation)));
        return new Command("hardware", "The analog board on paper.") { write, HardwareBudgetCommand.Create(), HardwareSimulateCommand.Create(), HardwareScalingCommand.Create() };
    }

    private static int Write(string folder, CancellationToken cancellation)
    {
        BoardDesign design = BoardDesigner.FourNodes();
        IReadOnlyList<string> violations = ElectricalRules.Violations(design);
        foreach (string violation in violations)
        {
            AnsiConsole.MarkupLine($"[red]{Markup.Escape(violation)}[/]");
        }

        foreach ((string name, string text) in SchematicWriter.Files(design))
        {
            Save(Path.Combine(folder, "kicad", name), text);
        }

        foreach (string sheet in design.Sheets)
        {
            cancellation.ThrowIfCancellationRequested();
            Save(Path.Combine(folder, "drawings", sheet + ".svg"), SheetSvg.Draw(design, sheet));
        }

        Save(Path.Combine(folder, "drawings", "blocks.svg"), BlockDiagram.Draw(design));
        Save(Path.Combine(folder, "bom.csv"), BillOfMaterials.Csv(design));
        Save(Path.Combine(folder, "bring-up.md"), BringUpGuide.Write());
        string figures = Path.Combine(folder, "spice", SpiceResults.FileName);
        if (File.Exists(figures))
        {
            Save(Path.Combine(folder, "safety.md"), SafetyDocument.Write(new SafetyAnalysis(SpiceResults.Read(File.ReadAllText(figures)))));
        }

        cancellation.ThrowIfCancellationRequested();

        // Predictions and picture of the error budget anew, beside what was observed last.
        string budget = Path.Combine(folder, "error-budget.md");
        if (File.Exists(budget))
        {
            string page = File.ReadAllText(budget);
            HardwareBudgetCommand.Save(folder, [.. BudgetCase.All.Select(plan => BudgetDocument.Read(page, ErrorBudget.Of(plan)))]);
        }

        AnsiConsole.MarkupLine($"{design.Parts.Count} parts, {design.Nets().Count} nets, {violations.Count} violations of the electrical rules; in {Markup.Escape(Path.GetFullPath(folder))}");
        Table table = new Table().Border(TableBorder.Simple).AddColumn("class").AddColumn(new TableColumn("rough cost, EUR").RightAligned());
        foreach ((CostClass kind, double euro) in BillOfMaterials.Cost(design).OrderByDescending(c => c.Value))
        {
            table.AddRow(kind.ToString(), euro.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table.AddRow("sum", BillOfMaterials.Cost(design).Values.Sum().ToString("0", System.Globalization.CultureInfo.InvariantCulture)));
        return violations.Count == 0 ? ExitCode.Success : ExitCode.Defect;
    }

    internal static void Save(string path, string text) => Save(path, Encoding.UTF8.GetBytes(text));

    internal static void Save(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using StagedFile file = new(path);
        file.Writer.BaseStream.Write(content);
        file.Complete();
    }
}
