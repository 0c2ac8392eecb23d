using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>A hard axis along z by its field, H = −K m_z ẑ, the same in regions of any Ms (Niu et al., PNAS 2024, eq. S2).</summary>
/// <param name="Constant">K in A/m, positive for a hard axis.</param>
public sealed record HardAxisTerm(double Constant) : Term
{
    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope) =>
        Constant == 0 ? null : new() { Energy = UniaxialAnisotropy<T>.HardAxis(scope.Body, Constant) };

    /// <inheritdoc/>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet) => region =>
    {
        double constant = 0.5 * PhysicalConstants.Mu0 * region.SaturationMagnetisation * Math.Abs(Constant);
        return new() { WallConstant = constant, Stiffness = 2 * constant, EnergyDensity = constant };
    };

    /// <inheritdoc/>
    public override void WriteMaterial(DocumentWriter text)
    {
        if (Constant != 0)
            text.Add(HardAxisDeclaration.Constant, Constant);
    }
}

/// <summary>Declares <see cref="HardAxisTerm"/>.</summary>
internal sealed class HardAxisDeclaration : TermDeclaration
{
    private const string SaturationFile = "saturation_magnetisation_file";

    public static readonly Key<double> Given = Key.Number(
        "hard_axis_anisotropy", "A/m", "K of the field −K m_z ẑ, positive for a hard axis along z.");

    public static readonly Key<double> Constant = Given.Or(0);

    public override int Order => 390;

    public override IReadOnlyList<KeyDeclaration> MaterialKeys => [Constant];

    public override IEnumerable<Term> Read(TermReading file)
    {
        double constant = Constant.Read(file.Material);
        if (constant == 0)
            return [];
        return file.Material.Has(SaturationFile)
            ? throw file.Material.Error(
                Constant.Name, $"is a field in regions of one Ms, but {SaturationFile} gives Ms cell by cell; write [[anisotropy]] instead")
            : [new HardAxisTerm(constant)];
    }
}
