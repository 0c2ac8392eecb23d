using System.Text;
using MagHopfield.Problems.Output;
using MagHopfield.Toml;

namespace MagHopfield.Problems;

/// <summary>The reference page of problem files, made from the declarations that the reader itself reads by.</summary>
public static class ProblemFileReference
{
    private const string Introduction = """
        # Problem files

        A problem file states a micromagnetic problem in TOML, in SI units. `maghopfield check FILE` finds its mistakes before anything runs,
        `maghopfield run FILE --out DIR` runs it, and after Ctrl-C `maghopfield run FILE --out DIR --resume` goes on as if nothing had
        happened: table and fields are the same, bit for bit, thermal noise included. After a kill or a power cut it goes on from the last
        checkpoint (`checkpoint_interval`) to the same bits. Examples are in the folder `examples`.

        The folder then holds `table.tsv` (tab-separated, a header of names and units), `m_final.ovf` and numbered fields (OVF 2.0), a picture
        beside each (PNG: hue is the in-plane angle, lightness m_z), `bibliography.txt` (the works behind the models used), `problem.toml`
        (the file that was run) and `run.json` (parameters, seeds, version and command). While a run goes on, its results grow in `DIR/running`.

        Exit codes: 0 done, or no mistake found; 1 a relaxing stage ran out of steps, or a check warned; 2 the file or the folder is wrong;
        130 interrupted.

        OVF files are read in versions 1 and 2, text and binary, with the odd headers, line ends and byte orders that other programs write; fields
        are matched to the mesh cell by cell, wherever the file's mesh lies in space. A magnetisation (`[initial]`) or an Ms
        (`saturation_magnetisation_file`) with empty cells makes the body: no `[[geometry]]` is needed, and one that is written must agree with it.
        A scalar file (valuedim 1) is a shape for `[[geometry]]` and `[[region]]`.

        This page is made from the program's own declarations of its keys.

        """;

    /// <summary>The page as Markdown.</summary>
    public static string Markdown()
    {
        StringBuilder text = new(Introduction.ReplaceLineEndings("\n"));
        foreach (SectionDeclaration section in ProblemFile.Sections)
            text.Append(section.Markdown(keys: section.Name != "stage.field"));

        text.Append("\n## Columns of the table\n\n| name | unit | meaning |\n|---|---|---|\n");
        foreach (TableQuantity quantity in TableQuantities.All)
            text.Append($"| `{quantity.Name}` | {quantity.Unit} | {Cell(quantity.Meaning)} |\n");
        return text.ToString().Replace("\n\n\n", "\n\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|");
}
