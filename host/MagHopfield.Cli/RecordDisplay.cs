using Spectre.Console;
using Spectre.Console.Rendering;

namespace MagHopfield.Cli;

/// <summary>What the terminal shows of a result.</summary>
internal static class RecordDisplay
{
    private const int GapOfCells = 4;

    /// <summary>Shows it, and where its files are.</summary>
    /// <param name="record">The result.</param>
    /// <param name="files">Its files, with what they are.</param>
    public static void Show(StudyRecord record, IReadOnlyList<StudyFile> files)
    {
        foreach (StudySection section in record.Sections.Where(s => s.On.HasFlag(Outlet.Terminal)))
            Show(section, record);
        foreach (StudyFile file in files)
            AnsiConsole.MarkupLine($"{file.What,-8}{Markup.Escape($"{file.Name} {file.Note}".TrimEnd())}");
        foreach (StudySection section in record.Sections.Where(s => s.On.HasFlag(Outlet.End)))
            Show(section, record);
    }

    private static void Show(StudySection section, StudyRecord record)
    {
        switch (section)
        {
            case StudyHeading heading:
                AnsiConsole.Write(new Rule(Text(heading.Text)) { Justification = Justify.Left });
                break;
            case StudyLine line:
                AnsiConsole.MarkupLine(Text(line.Text));
                break;
            case StudyText text:
                Console.Write(text.Text);
                break;
            case StudyTable table:
                Show(table);
                break;
            case StudyGrid grid:
                Show(grid);
                break;
            case ComparisonTable:
                Show(record.Comparisons);
                break;
        }
    }

    private static void Show(StudyTable section)
    {
        Table table = new Table().Border(TableBorder.Simple);
        if (section.Title.Length > 0)
            table.Title(Markup.Escape(section.Title));
        if (section.Caption.Length > 0)
            table.Caption(Markup.Escape(section.Caption));
        for (int k = 0; k < section.Heads.Count; k++)
        {
            TableColumn column = new(Markup.Escape(section.Heads[k]));
            if (k >= section.TextColumns && !(section.LastIsText && k == section.Heads.Count - 1))
                column.RightAligned();
            if (section.IsUnbroken)
                column.NoWrap();
            table.AddColumn(column);
        }

        foreach (IReadOnlyList<Words> row in section.Rows)
            table.AddRow([.. row.Select(Text)]);
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, section.Width);
        AnsiConsole.Write(table);
    }

    private static void Show(StudyGrid section)
    {
        Grid grid = new();
        for (int k = 0; k < section.PerRow; k++)
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, GapOfCells, 1) });
        foreach (IReadOnlyList<Words>[] row in section.Cells.Chunk(section.PerRow))
            grid.AddRow([.. row.Select(cell => (IRenderable)new Markup(Text(cell)))]);
        AnsiConsole.Write(grid);
    }

    private static void Show(IReadOnlyList<StudyComparison> comparisons)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("claim", "quantity", "paper", "ours", "miss", "");
        string? claim = null;
        foreach (StudyComparison c in comparisons)
        {
            string[] cells = [c.Claim == claim ? "" : c.Claim, c.Quantity, c.Paper, c.Ours, c.Miss];
            table.AddRow([.. cells.Select(Markup.Escape), Text(Words.Verdict(c.Agrees, "agrees", "MISS"))]);
            claim = c.Claim;
        }

        AnsiConsole.Write(table);
        int misses = comparisons.Count(c => !c.Agrees);
        AnsiConsole.MarkupLine(
            comparisons.Count == 0
                ? ""
                : misses == 0
                ? "[green]every value agrees[/]"
                : $"{misses} of {comparisons.Count} values miss; the report says by how much");
    }

    private static string Text(IReadOnlyList<Words> words) => string.Concat(words.Select(Text));

    private static string Text(Words words) => words.Tone switch
    {
        Tone.Strong => $"[bold]{Markup.Escape(words.Text)}[/]",
        Tone.Good => $"[green]{Markup.Escape(words.Text)}[/]",
        Tone.Bad => $"[red]{Markup.Escape(words.Text)}[/]",
        Tone.Doubtful => $"[yellow]{Markup.Escape(words.Text)}[/]",
        Tone.Faint => $"[grey]{Markup.Escape(words.Text)}[/]",
        _ => Markup.Escape(words.Text),
    };
}
