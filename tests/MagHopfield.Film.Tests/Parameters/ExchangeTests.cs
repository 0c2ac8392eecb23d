using MagHopfield.Film.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Film.Tests.Parameters;

/// <summary>One quantity for exchange, A_ex in J/m; the field constant 2A_ex/(µ0 Ms) in A·m of older files means the same.</summary>
public class ExchangeTests
{
    // To the bit: the presets were written in A·m, and every published number is of that.
    private static IEnumerable<string> UnderGold => FilmParameters.Presets.Where(name => FilmParameters.Preset(name).Gold is not null);

    [Fact]
    public void Every_preset_under_gold_has_the_exchange_of_Table_1_to_the_last_bit() => Assert.All(UnderGold, name =>
    {
        MagneticParameters m = FilmParameters.Preset(name).Magnetism;
        Assert.Equal(2.5863e-11, m.ExchangeConstant);
        Assert.Equal(4e-7 * Math.PI * 8e5 * 2.5863e-11 / 2, m.ExchangeStiffness);
    });

    [Fact]
    public void The_printed_exchange_constant_is_13_pJ_per_m_of_permalloy()
    {
        MagneticParameters m = FilmParameters.Preset("niu2024").Magnetism;
        Assert.Equal(13e-12, m.ExchangeStiffness, 1e-15);
    }

    [Fact]
    public void J_per_m_and_A_m_make_the_same_film()
    {
        MagneticParameters stiffness = Read("exchange_stiffness = 1.3e-11"), constant = Read(
            $"exchange_constant = {2 * 1.3e-11 / (4e-7 * Math.PI * 8e5):R}");
        Assert.Equal(1.3e-11, stiffness.ExchangeStiffness, 1e-26);
        Assert.Equal(constant.ExchangeConstant, stiffness.ExchangeConstant, 1e-26);
    }

    [Fact]
    public void An_Ms_of_the_file_s_own_goes_into_the_field_of_a_stiffness() =>
        Assert.Equal(1.3e-11, Read("saturation_magnetisation = 4e5\nexchange_stiffness = 1.3e-11").ExchangeStiffness, 1e-26);

    [Fact]
    public void Both_keys_are_refused() => Assert.Equal(
        "film.toml(4): magnetism.exchange_constant says the same as exchange_stiffness; remove exchange_constant.",
        Assert.Throws<ProblemFileException>(() => Read("exchange_stiffness = 1.3e-11\nexchange_constant = 2.5863e-11")).Message);

    private static MagneticParameters Read(string lines) =>
        FilmParameters.Read(
            TomlFile.Parse(FormattableString.Invariant($"preset = \"niu2024\"\n[magnetism]\n{lines}\n"), "film.toml")).Magnetism;
}
