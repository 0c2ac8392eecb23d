using System.Text;

namespace MagHopfield.Studies;

/// <summary>The reference page of all studies, made of their declarations.</summary>
public static class StudiesPage
{
    /// <summary>The page as Markdown.</summary>
    /// <param name="program">Name of the program that runs them.</param>
    /// <param name="studies">The studies.</param>
    public static string Write(string program, IReadOnlyList<Study> studies)
    {
        ArgumentNullException.ThrowIfNull(studies);
        StringBuilder page = new();
        page.Append("# Studies\n\n")
            .Append(
                "What produces a result is a study: a class with declared parameters and a record of values, tables, pictures and "
                + "comparisons. ")
            .Append("This page, the command line and its help come of the declarations.\n\n")
            .Append($"A study is run by its name; {program} study … runs the same, and {program} study alone lists them all. ")
            .Append("A quantity may have a unit, as in 500mV or 200us; a bare number is in the SI unit.\n\n")
            .Append("| study | what it does |\n|---|---|\n");
        foreach (Study study in studies)
            page.Append($"| [{study.Name}](#{study.Name.Replace(' ', '-')}) | {Cell(study.Summary)} |\n");
        foreach (Study study in studies)
        {
            page.Append($"\n## {study.Name}\n\n{study.Summary}\n\n");
            if (study.IsMeasured)
                page.Append("It times or measures something real: nothing of it is kept for a later run.\n\n");
            page.Append("| parameter | type | range | default | what it is |\n|---|---|---|---|---|\n");
            foreach (StudyParameter p in study.Parameters)
                page.Append($"| {Named(p)} | {p.Type} | {Cell(p.Range)} | {Cell(Default(p))} | {Cell(p.Help)} |\n");
            if (study.Folder is StudyFolder folder)
                page.Append($"| `--out` | folder |  | {folder.Default} | {Cell(folder.Help)} |\n");
        }

        return page.ToString();
    }

    private static string Named(StudyParameter p) =>
        p.IsPositional ? $"{p.Name.ToUpperInvariant()} …" : $"`--{p.Name}`{(p.IsRepeatable ? ", repeatable" : "")}";

    // As many threads as the machine has cores is another number elsewhere.
    private static string Default(StudyParameter p) => p.DefaultName.Length > 0 ? p.DefaultName : p.DefaultText;

    private static string Cell(string text) => text.Replace("|", "\\|");
}
