using MagHopfield.Film.Gold;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Micromagnetics.Tests.Transport;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Film.Tests.Gold;

public class GoldLayerTests
{
    private static readonly GoldParameters Gold = new(100e-9, 4.1e7, 20e-9, 500);
    private static readonly GoldLayer Layer = new(Sheets.Square(50), Sheets.Corners(), Gold);

    [Fact]
    public void The_field_of_a_pulse_is_the_sum_over_its_terminals()
    {
        OerstedField both = Layer.Field([5, 0, 0, -3]);
        OerstedField first = Layer.Field([1, 0, 0, 0]);
        OerstedField last = Layer.Field([0, 0, 0, 1]);
        for (int c = 0; c < both.X.Length; c++)
        {
            Assert.Equal(5 * first.X[c] - 3 * last.X[c], both.X[c], 1e-9);
            Assert.Equal(5 * first.Z[c] - 3 * last.Z[c], both.Z[c], 1e-9);
        }
    }

    [Fact]
    public void Equal_voltages_drive_neither_current_nor_field()
    {
        OerstedField field = Layer.Field([5, 5, 5, 5]);
        double scale = Layer.Field([5, 0, 0, 0]).X.Max(Math.Abs);
        Assert.True(field.X.Max(Math.Abs) < 1e-6 * scale);
        Assert.True(field.Z.Max(Math.Abs) < 1e-6 * scale);
    }

    [Fact]
    public void The_current_through_the_middle_of_the_sheet_is_the_current_of_the_terminals()
    {
        double[] voltages = [5, -5, 5, -5];
        (double[] x, _) = Layer.SheetCurrent(voltages);
        double crossing = 0;
        for (int iy = 0; iy < 50; iy++)
            crossing += x[iy * 50 + 25] * Sheets.Side / 50;

        double[] currents = Layer.Conductance.Currents(voltages);
        Assert.Equal(currents[0] + currents[2], crossing, 1e-3 * crossing);
    }

    [Fact]
    public void Plus_on_the_left_sends_current_to_the_right_and_turns_m_up_the_page()
    {
        // The gold lies above the film: below a current along +x the field points along +y, half the sheet current less what the
        // distance and the finite width take away.
        OerstedField field = Layer.Field([5, -5, 5, -5]);
        (double[] x, _) = Layer.SheetCurrent([5, -5, 5, -5]);
        int centre = 25 * 50 + 25;
        Assert.InRange(field.Y[centre] / (x[centre] / 2), 0.85, 1);
    }

    [Fact]
    public void Exchanging_left_and_right_reverses_the_field()
    {
        OerstedField a = Layer.Field([5, -5, 5, -5]);
        OerstedField b = Layer.Field([-5, 5, -5, 5]);
        double scale = a.Y.Max(Math.Abs);
        Assert.All(Enumerable.Range(0, a.Y.Length), c => Assert.Equal(a.Y[c], -b.Y[c], 1e-9 * scale));
    }

    [Fact]
    public void Leads_in_series_make_the_terminals_nearly_current_sources()
    {
        double[] currents = Layer.Conductance.Currents([5, -5, -5, -5]);
        Assert.Equal(7.5 / 500, currents[0], 0.01 * currents[0]);
        Assert.Equal(-2.5 / 500, currents[1], 0.01 * currents[0]);
        Assert.Equal(0, currents.Sum(), 1e-8 * currents[0]);
    }

    [Fact]
    public void A_film_whose_field_does_not_fit_into_memory_is_refused_before_any_work()
    {
        FilmParameters film = FilmParameters.Preset("niu2024");
        FilmGeometry large = film.Geometry with { CellsX = 300_000, CellsY = 300_000 };
        string message = Assert.Throws<ArgumentException>(() => new GoldLayer(large, film.Terminals, film.NeededGold)).Message;
        Assert.Matches(
            @"^a film of 300000×300000 cells with 4 electrodes takes about [0-9.]+ GB, this machine has [0-9.]+ GB; use fewer cells\.$",
            message);
    }

    [Fact]
    public void Its_preparation_ends_when_it_is_cancelled()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        FilmParameters film = FilmParameters.Preset("niu2024");
        Assert.ThrowsAny<OperationCanceledException>(() => new GoldLayer(film.Geometry, film.Terminals, film.NeededGold, source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => MicromagneticFilm.Prepare(film, source.Token));
    }
}
