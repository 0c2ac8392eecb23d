using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Magnet;

/// <summary>[material].</summary>
internal static class MaterialSection
{
    public static readonly Key<double> SaturationMagnetisation = Key.Positive(
        "saturation_magnetisation", "A/m", "Saturation magnetisation Ms.")
        .Without("this or saturation_magnetisation_file is required");

    public static readonly Key<string> SaturationMagnetisationFile = Key.Path(
        "saturation_magnetisation_file",
        "Path of an OVF 2 file with one value a cell (valuedim 1) of the same mesh: Ms in A/m, kA/m, T or mT (µ0 Ms), as it states; cells "
        + "of 0 are empty. A region with an Ms of its own keeps that.",
        "none");

    public static readonly Key<double> GilbertDamping = Key.Number("gilbert_damping", "", "Gilbert damping α.", minimum: 0);

    public static readonly Key<double> GyromagneticRatio = Key.Positive(
        "gyromagnetic_ratio", "m/(A·s)", "Gyromagnetic ratio γ.", PhysicalConstants.GyromagneticRatio);

    public static readonly SectionDeclaration Declaration = new(
        "material",
        false,
        string.Join(
            "\n\n", TermDeclaration.All.Select(term => term.MaterialNote).Where(note => note.Length > 0).Prepend(
                "The material of the body.")),
        [
            SaturationMagnetisation, SaturationMagnetisationFile, GilbertDamping, GyromagneticRatio,
            .. TermDeclaration.All.SelectMany(term => term.MaterialKeys),
        ]);

    public static MaterialParameters Read(TomlSection section, (string Path, ScalarField<double> Field)? file) => new(
        file?.Field.Values.Max() ?? SaturationMagnetisation.Read(section),
        file?.Path,
        GilbertDamping.Read(section),
        GyromagneticRatio.Read(section));

    public static void Write(DocumentWriter text, MaterialParameters material)
    {
        text.Section("[material]");
        if (material.SaturationFile is null)
            text.Add(SaturationMagnetisation, material.SaturationMagnetisation);
        text.AddFile(SaturationMagnetisationFile, material.SaturationFile);
        text.Add(GilbertDamping, material.GilbertDamping);
        text.Add(GyromagneticRatio, material.GyromagneticRatio);
    }

    /// <summary>Full path of the file with Ms cell by cell and what is in it in A/m, 0 in empty cells; null without a file.</summary>
    public static (string Path, ScalarField<double> Field)? ReadSaturation(TomlSection section, InputFiles files, Mesh mesh)
    {
        if (!section.Has(SaturationMagnetisationFile.Name))
            return null;
        if (section.Has(SaturationMagnetisation.Name))
            throw section.Error(
                SaturationMagnetisationFile.Name, $"says the same as {SaturationMagnetisation.Name}; remove one of the two");
        (string path, ScalarField<double> field) = files.FindScalar(section, SaturationMagnetisationFile, mesh, OvfUnit.OfMagnetisation);
        int wrong = Array.FindIndex(field.Values, v => !(v >= 0) || !double.IsFinite(v));
        if (wrong >= 0)
            throw section.Error(
                SaturationMagnetisationFile.Name,
                FormattableString.Invariant($"has {field[wrong]} A/m in cell {wrong}; give finite values ≥ 0"));
        return field.Values.Any(v => v > 0)
            ? (path, field)
            : throw section.Error(SaturationMagnetisationFile.Name, "is 0 in every cell; give a file with Ms > 0 somewhere");
    }
}
