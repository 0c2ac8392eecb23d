using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Transport;

/// <summary>Anisotropic magnetoresistance (<see cref="AnisotropicMagnetoresistance"/>).</summary>
/// <param name="IsotropicConductivity">σ0 in S/m.</param>
/// <param name="AmrRatio">a, no unit.</param>
public sealed record AnisotropicModel(double IsotropicConductivity, double AmrRatio) : Magnetoresistance
{
    /// <inheritdoc/>
    public override TermSource Source =>
        new("Anisotropic magnetoresistance", "T. R. McGuire and R. I. Potter, IEEE Trans. Magn. 11, 1018 (1975).");

    /// <inheritdoc/>
    public override IMagnetoresistance Make(double thickness) =>
        new AnisotropicMagnetoresistance(new TransportParameters(IsotropicConductivity, AmrRatio), thickness);

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Add(TransportDeclaration.Model, "amr");
        text.Add(AnisotropicDeclaration.Conductivity, IsotropicConductivity);
        text.Add(AnisotropicDeclaration.Ratio, AmrRatio);
    }
}

/// <summary>Declares <see cref="AnisotropicModel"/>.</summary>
internal sealed class AnisotropicDeclaration : MagnetoresistanceDeclaration
{
    public static readonly Key<double> Conductivity = Key.Positive(
        "isotropic_conductivity", "S/m", "Conductivity σ0 = σ⊥ + (σ∥ − σ⊥)/3 of `amr`.").Without("required for it");

    // At ±2 one of the two resistivities is zero.
    public static readonly Key<double> GivenRatio = Key.Number(
        "amr_ratio", "", "Anisotropic magnetoresistance a = 2(ρ∥ − ρ⊥)/(ρ∥ + ρ⊥) of `amr`, 0.01 to 0.08 in permalloy.")
        .Within(
            "between -2 and 2", a => Math.Abs(a) < 2, "a = 2(ρ∥ − ρ⊥)/(ρ∥ + ρ⊥) lies between -2 and 2, in permalloy between 0.01 and 0.08");

    public static readonly Key<double> Ratio = GivenRatio.Or(0);

    public override string Name => "amr";

    public override string Purpose => "`amr`: the resistivity along m is another one than across it, Σ_ij = σ⊥ δ_ij + (σ∥ − σ⊥) m_i m_j.";

    public override IReadOnlyList<KeyDeclaration> Keys => [Conductivity, Ratio];

    public override Magnetoresistance Read(TomlSection section) => new AnisotropicModel(Conductivity.Read(section), Ratio.Read(section));
}
