namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// What a Dzyaloshinskii-Moriya interaction takes for the neighbour that a cell lacks at a free face. An axis of the mesh with one cell has
/// no such faces: nothing varies along it.
/// </summary>
public enum DmiBoundary
{
    /// <summary>
    /// None: the face is left out. This is the natural boundary condition of the energy, 2A ∂m/∂n = D m×d, and the field its exact
    /// gradient. What the outer halves of the edge cells have of the energy is left out with it, −D²/(4A) [1 − (m·d)²] J/m³, so that edges
    /// are right to first order in the cell size, to second where m·d does not vary, as in straight edges of Néel textures.
    /// </summary>
    Open,

    /// <summary>
    /// A ghost cell m₀ + Δ ∂m/∂n with 2A ∂m/∂n = D m×d, m at the face, for exchange and for this interaction: the same condition, right to
    /// second order. To that order it is the energy of the halves of cells that <see cref="Open"/> leaves out, and this energy is what
    /// acts, so that the field is an exact gradient here, too.
    /// </summary>
    Chiral,

    /// <summary>
    /// The ghost cell with m in the cell instead of m at the face, m₀ + Δ D/(2A) m₀×d, as mumax3 has it (J. Mulkers et al., Phys. Rev. B
    /// 95, 144401 (2017)): twice the energy of <see cref="Chiral"/>, so of first order again, with the error of <see cref="Open"/> and the
    /// other sign.
    /// </summary>
    Mumax3,

    /// <summary>
    /// m₀ itself, ∂m/∂n = 0, as if there were exchange alone. At the faces the field is then D/(µ0 Ms Δ) d×m, outwards, which no energy
    /// has: descents may not come to rest, and edges do not tilt.
    /// </summary>
    Flat,
}
