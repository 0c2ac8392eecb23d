namespace MagHopfield.Micromagnetics.Torques;

/// <summary>
/// How the derivative of m along an axis is taken in a cell that has a neighbour on one side only. With m₀ in the cell, m₁ and m₂ in the
/// next two and d the size of a cell: no choice matters to the inside of the body, where the derivative is central.
/// </summary>
public enum EdgeSlope
{
    /// <summary>
    /// As OOMMF's Anv_SpinTEvolve has it: <see cref="OneSided"/> where the body ends with a mesh of over two cells along the axis,
    /// <see cref="Clamped"/> towards empty cells.
    /// </summary>
    Oommf,

    /// <summary>(m₁ − m₀)/d: of first order whether the slope at the face vanishes or not.</summary>
    OneSided,

    /// <summary>
    /// (m₁ − m₀)/(2d), the missing neighbour being as the cell itself: of second order where ∂m/∂n = 0 at the face, half of the slope where
    /// it is not. So mumax3 and OOMMF's Oxs_SpinXferEvolve have it at the ends of the mesh, mumax3 also towards empty cells.
    /// </summary>
    Clamped,

    /// <summary>
    /// (−3m₀ + 4m₁ − m₂)/(2d), or (m₁ − m₀)/d in a row of two cells: of second order whatever the slope at the face, which
    /// Dzyaloshinskii-Moriya interaction keeps from vanishing.
    /// </summary>
    ThreePoint,
}
