namespace MagHopfield.Model.Declarations;

/// <summary>An energy that a declaration brings: its column in the table, and the names of its fields where they are saved.</summary>
/// <param name="Term">Name of the terms in the engine.</param>
/// <param name="Symbol">What stands behind "E_", "H_" and "e_".</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Place">Place of the column among the quantities.</param>
public sealed record TermEnergy(string Term, string Symbol, string Meaning, int Place = 100)
{
    /// <summary>The energy in J as a quantity of the table.</summary>
    public TableQuantity Column => new("E_" + Symbol, "J", Meaning, row => row.Energy(Term), Place);

    /// <summary>Name of the effective field in A/m.</summary>
    public string Field => "H_" + Symbol;

    /// <summary>Name of the energy density in J/m³.</summary>
    public string Density => "e_" + Symbol;
}
