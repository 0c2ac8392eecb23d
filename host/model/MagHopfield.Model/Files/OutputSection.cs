using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Output;
using MagHopfield.Model.Problems;
using MagHopfield.Pictures;

namespace MagHopfield.Model.Files;

/// <summary>[output].</summary>
internal static class OutputSection
{
    private const double DefaultCheckpointInterval = 600;

    public static readonly Key<double?> TableInterval = Key.OptionalPositive(
        "table_interval",
        "s",
        "Simulated time between rows of the table; steps end exactly there. Rows at the start of the first stage and at the end of each "
        + "come in "
        + "any case, and one at the start of a later stage where the external field is another there.",
        "none");

    public static readonly Key<string[]> Columns = ColumnsWith([]);

    public static readonly Key<double?> SnapshotInterval = Key.OptionalPositive(
        "snapshot_interval", "s", "Simulated time between fields written as m000000.ovf, m000001.ovf, …", "the final field only");

    public static readonly Key<OvfData> Format = Key.Choice(
        "format",
        "How OVF files store their numbers.",
        [("binary4", OvfData.Binary4), ("binary8", OvfData.Binary8), ("text", OvfData.Text)],
        "binary8");

    public static readonly Key<string[]> Pictures = Key.Words(
        "pictures",
        "Pictures beside each field, each as PNG and SVG, with colour wheel or bar and scale bar. `texture`: hue is the in-plane angle, "
        + "lightness m_z; a component: from blue (−1) over white to red (+1), "
        + "in a file of its own as in m_final_mz.png.",
        "\"texture\", \"mx\", \"my\", \"mz\"",
        () => ["texture", "mx", "my", "mz"],
        ["texture"]);

    public static readonly Key<int?> PictureLayer = Key.OptionalInteger(
        "picture_layer", "Layer along z that pictures show, from 0 at the bottom.", 0, int.MaxValue, "the middle layer");

    public static readonly Key<bool> Arrows = Key.Flag("arrows", "Whether pictures have arrows.", false);

    public static readonly Key<string[]> Saved = Key.Words(
        "save",
        "Quantities written at each snapshot and at the end, each as OVF 2 and picture, as in m_final_H_demag.ovf; `m` is in any case. Of "
        + "each term field (A/m) and energy "
        + "density (J/m³); the sums of them; `torque`: dm/dt in rad/s of the equation of motion without the thermal field; with electrodes "
        + "`J`, the current density (A/m²), "
        + "and `V`, the potential (V).",
        string.Join(", ", SavedFields.Names.Select(name => $"\"{name}\"")),
        () => SavedFields.Names,
        [SavedFields.Magnetisation]);

    public static readonly Key<double> CheckpointInterval = Key.Positive(
        "checkpoint_interval", "s", "Time on the clock between checkpoints, against loss of power.", DefaultCheckpointInterval);

    public static readonly SectionDeclaration Declaration = new(
        "output",
        false,
        "What is written. The section may be left out.",
        [TableInterval, Columns, SnapshotInterval, Format, Pictures, PictureLayer, Arrows, Saved, CheckpointInterval]);

    public static OutputParameters Read(TomlSection? section, Mesh mesh, IReadOnlyList<Term> terms)
    {
        // An empty section reads as the defaults.
        section ??= TomlFile.Parse("", "");
        int? layer = PictureLayer.Read(section);
        string[] saved = [SavedFields.Magnetisation, .. Saved.Read(section).Where(name => name != SavedFields.Magnetisation)];
        if (saved.FirstOrDefault(SavedFields.NeedsElectrodes) is string alone && !terms.Any(term => term.Columns().Any()))
            throw section.Error(
                Saved.Name,
                $"holds \"{alone}\", which needs a current between electrodes; add [[electrode]] and [transport], or remove it");
        return layer < mesh.Nz || layer is null
            ? new(
                TableInterval.Read(section),
                ColumnsWith(terms).Read(section),
                SnapshotInterval.Read(section),
                Format.Read(section),
                [.. Pictures.Read(section).Select(p => Enum.Parse<PictureKind>(p, ignoreCase: true))],
                layer,
                Arrows.Read(section),
                saved,
                CheckpointInterval.Read(section))
            : throw section.Error(PictureLayer.Name, $"is {layer}, but the mesh has {mesh.Nz} layers; write 0 to {mesh.Nz - 1}");
    }

    public static void Write(DocumentWriter text, OutputParameters output)
    {
        text.Section("[output]");
        text.Add(TableInterval, output.TableInterval);
        text.Add(Columns, [.. output.Columns]);
        text.Add(SnapshotInterval, output.SnapshotInterval);
        text.Add(Format, output.Format);
        text.Add(Pictures, [.. output.Pictures.Select(p => p.ToString().ToLowerInvariant())]);
        text.Add(PictureLayer, output.PictureLayer);
        text.Add(Arrows, output.Arrows);
        if (output.Saved.Count > 1)
            text.Add(Saved, [.. output.Saved]);
        text.Add(CheckpointInterval, output.CheckpointInterval);
    }

    private static Key<string[]> ColumnsWith(IReadOnlyList<Term> terms) => Key.Words(
        "columns",
        "Quantities of the table.",
        "see the list below, and [[electrode]]",
        () => terms.Count == 0 ? TableQuantities.Names : [.. TableQuantities.With(terms).Select(q => q.Name)],
        ["t", "mx", "my", "mz", "E_total"]);
}
