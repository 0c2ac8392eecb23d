using System.Numerics;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Interfacial Dzyaloshinskii-Moriya interaction of a film with the normal z, e = D [m_z ∇·m − (m·∇) m_z] in the plane,
/// H = 2D/(µ0 Ms) (∂m_z/∂x, ∂m_z/∂y, −∂m_x/∂x − ∂m_y/∂y); the sign of mumax3. Free edges have 2A ∂m/∂n = D m × (ẑ × n).
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="body">The body.</param>
/// <param name="strength">Constant D in J/m², by region; a face between two regions has their mean.</param>
/// <param name="boundary">What is taken for missing neighbours at free faces.</param>
/// <param name="exchangeStiffness">Exchange stiffness A in J/m, by region; only the chiral boundary needs it.</param>
/// <param name="mean">The mean of D at a face between two regions.</param>
public sealed class InterfacialDmi<T>(
    Ferromagnet body,
    ByRegion strength,
    DmiBoundary boundary = DmiBoundary.Open,
    ByRegion exchangeStiffness = default,
    FaceMean mean = FaceMean.Arithmetic)
    : DzyaloshinskiiMoriya<T>(body, strength, boundary, exchangeStiffness, mean, (0, 1, 0), (-1, 0, 0), default)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override string Name => "dmi";
}
