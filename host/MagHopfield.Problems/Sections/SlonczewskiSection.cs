using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[slonczewski].</summary>
internal static class SlonczewskiSection
{
    public static readonly Key<double> CurrentDensity = Key.Number(
        "current_density", "A/m²", "Current density j through the film; a positive one turns m towards the fixed layer.");

    public static readonly Key<Vector3D> FixedLayer = Key.Direction("fixed_layer", "Direction m_p of the fixed layer's magnetisation.");
    public static readonly Key<double> Polarisation = Key.Number("polarisation", "", "Spin polarisation P.", 0, 1);
    public static readonly Key<double> Lambda = Key.Positive("lambda", "", "Slonczewski's parameter Λ in ε = Λ²/[(Λ² + 1) + (Λ² − 1) m·m_p].", 1);

    public static readonly Key<double?> EpsilonPrime = Key.OptionalNumber(
        "epsilon_prime", "", "Coefficient ε′ of the field-like torque, the EpsilonPrime of mumax3 and eps_prime of OOMMF.", "0, or from `field_like`");

    public static readonly Key<double?> FieldLike = Key.OptionalNumber(
        "field_like", "", "The same as a ratio β = ε′/P, instead of `epsilon_prime`.", "from `epsilon_prime`");

    public static readonly Key<double?> Thickness = Key.OptionalPositive(
        "thickness",
        "m",
        "Thickness t of the free layer.",
        "that of the body at each place: of the cells above and below, to the next empty one");

    public static readonly SectionDeclaration Declaration = new(
        "slonczewski",
        false,
        "A current through the film with Slonczewski's spin-transfer torque τε m×(m_p×m) − βτ m×m_p, τ = γħPj/(µ0 e Ms t) (Zheng 2020, eq. 1), "
        + "in stages of kind run. With ε′ = βP the field-like part is −γħε′j/(µ0 e Ms t) m×m_p. The section may be left out.",
        [CurrentDensity, FixedLayer, Polarisation, Lambda, EpsilonPrime, FieldLike, Thickness]);

    public static SlonczewskiParameters? Read(TomlSection? section)
    {
        if (section is null)
            return null;
        if (section.Has(FieldLike.Name) && section.Has(EpsilonPrime.Name))
            throw section.Error(FieldLike.Name, $"is given beside {EpsilonPrime.Name}, and both are the field-like torque ({FieldLike.Name} = {EpsilonPrime.Name}/P); remove one");
        double polarisation = Polarisation.Read(section);
        return new(
            CurrentDensity.Read(section),
            FixedLayer.Read(section),
            polarisation,
            Lambda.Read(section),
            EpsilonPrime.Read(section) ?? ((FieldLike.Read(section) ?? 0) * polarisation),
            Thickness.Read(section));
    }
}
