using System.Text.Json.Serialization;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Film.Parameters;

/// <summary>
/// Magnetic parameters: ∂m/∂t = −γ m × H_eff + α m × ∂m/∂t with H_eff = A ∇²m − K m_z ẑ + H
/// (Niu et al., PNAS 2024, eqs. S1, S2 and Table 1).
/// </summary>
/// <param name="SaturationMagnetisation">Ms in A/m.</param>
/// <param name="ExchangeConstant">
/// A in A·m, as the paper prints it: the exchange field is A ∇²m in A/m. The usual constant is A_ex = µ0 Ms A/2, see
/// <see cref="ExchangeStiffness"/>.
/// </param>
/// <param name="HardAxisAnisotropy">
/// K in A/m, positive for a hard axis along z. The paper's table prints −43.062 with the sign of its H_eff left open; a film whose
/// texture stays in the plane needs the hard axis.
/// </param>
/// <param name="GilbertDamping">α, no unit.</param>
/// <param name="GyromagneticRatio">γ in m/(A·s) (2.21e5: µ0 times the gyromagnetic ratio of the electron).</param>
/// <param name="Demagnetisation">Whether the full demagnetising field is part of H_eff.</param>
/// <param name="InitialState">State before the first pulse.</param>
/// <param name="Seed">Seed of the random initial state and of the tilt before each pulse.</param>
/// <param name="CoerciveField">
/// Hc in A/m as dry friction: moments move only where |m × H_eff| exceeds it. 0 for an ideal film; the paper has "less than 10 Oe"
/// (796 A/m).
/// </param>
/// <param name="Temperature">
/// Temperature in kelvin of the thermal field (Brown 1963); 0 for none. Not together with a coercive field, see <see cref="Check"/>.
/// </param>
/// <param name="Grains">Crystal grains, or null for a film without.</param>
/// <param name="Prepare">
/// How the initial state is brought to an equilibrium before the first pulse; see <see cref="WhyNoEquilibrium"/>.
/// </param>
public sealed record MagneticParameters(
    double SaturationMagnetisation,
    double ExchangeConstant,
    double HardAxisAnisotropy,
    double GilbertDamping,
    double GyromagneticRatio,
    bool Demagnetisation,
    InitialState InitialState = InitialState.Random,
    int Seed = 1,
    double CoerciveField = 0,
    double Temperature = 0,
    GrainParameters? Grains = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    EquilibriumMethod Prepare = EquilibriumMethod.None)
{
    /// <summary>A_ex = µ0 Ms A/2 in J/m: the field 2 A_ex/(µ0 Ms) ∇²m of micromagnetics equals the paper's A ∇²m.</summary>
    public double ExchangeStiffness => PhysicalConstants.Mu0 * SaturationMagnetisation * ExchangeConstant / 2;

    /// <summary>A = 2 A_ex/(µ0 Ms) in A·m, the inverse of <see cref="ExchangeStiffness"/>.</summary>
    /// <param name="exchangeStiffness">A_ex in J/m.</param>
    /// <param name="saturationMagnetisation">Ms in A/m.</param>
    public static double ExchangeConstantOf(double exchangeStiffness, double saturationMagnetisation) =>
        2 * exchangeStiffness / (PhysicalConstants.Mu0 * saturationMagnetisation);

    /// <summary>
    /// Why the film has no equilibrium to go down to, in words that follow the name of the way down; null where it has one.
    /// </summary>
    public string? WhyNoEquilibrium() => CoerciveField > 0
        ? FormattableString.Invariant(
            $"goes down to where no torque is left, but a coercive_field of {CoerciveField} A/m holds moments before that")
        : Temperature > 0
            ? FormattableString.Invariant($"goes down to where nothing moves, but at a temperature of {Temperature} K noise moves all")
            : null;

    /// <summary>Refuses parameters that do not go together.</summary>
    /// <exception cref="ArgumentException">
    /// A coercive field at a temperature: friction stands for what pins a film on average, thermal kicks included.
    /// </exception>
    public void Check()
    {
        if (CoerciveField > 0 && Temperature > 0)
        {
            throw new ArgumentException(
                $"A film has a coercive_field of {CoerciveField} A/m at a temperature of {Temperature} K; dry friction holds without noise "
                + "only: set one of them to 0, and let [magnetism] grains pin a film at a temperature.");
        }
    }
}

/// <summary>Magnetic state before the first pulse.</summary>
public enum InitialState
{
    /// <summary>Every cell in an independent random direction in the plane, from the seed.</summary>
    Random,

    /// <summary>Uniform along +x.</summary>
    AlongX,

    /// <summary>Uniform along +y.</summary>
    AlongY,

    /// <summary>Uniform out of the plane, as in the 1 T reference field of Niu et al., PNAS 2024 (inference, step 7).</summary>
    OutOfPlane,
}

/// <summary>
/// Crystal grains of the film: each has an easy axis of its own in the plane. They pin the texture, and no two films have the same.
/// </summary>
/// <param name="Size">Mean distance of neighbouring grains in metres; grains smaller than a cell count by their mean in the cell.</param>
/// <param name="AnisotropyField">H_k = 2 Ku/(µ0 Ms) of a grain in A/m (permalloy films: some oersted, 1 Oe = 79.6 A/m).</param>
/// <param name="Seed">Seed of places and axes.</param>
public sealed record GrainParameters(double Size, double AnisotropyField, int Seed = 1);
