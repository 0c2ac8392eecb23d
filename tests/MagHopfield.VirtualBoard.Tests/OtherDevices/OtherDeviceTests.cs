using MagHopfield.Devices;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.Tests.OtherDevices;

/// <summary>Devices other than a film under gold, behind the same terminals: on the board, with the instrument's own code.</summary>
public class OtherDeviceTests
{
    [Fact]
    public void A_current_moves_a_wall_in_the_film_that_carries_it_by_the_drift_of_its_electrons()
    {
        SelfCurrentFilm film = new();
        double before = film.Wall;
        film.Drive(new CurrentDrive(Waveform.Pulse([-1e-3, 1e-3], 2e-9, 0.2e-9)), TestContext.Current.CancellationToken);

        // With ξ = α a wall moves as the electrons do, whatever its shape (A. Thiaville et al., Europhys. Lett. 69, 990 (2005)).
        Assert.InRange(film.Drift, 20e-9, 200e-9);
        Assert.Equal(1, (film.Wall - before) / film.Drift, 0.03);
    }

    [Fact]
    public void A_voltage_meets_another_resistance_at_every_look_while_the_wall_moves()
    {
        SelfCurrentFilm film = new();
        film.Drive(new VoltageDrive(Waveform.Pulse([0, 0.2], 0.5e-9)), TestContext.Current.CancellationToken);
        Assert.Equal(25, film.Loads.Count);
        Assert.All(film.Voltages, v => Assert.Equal(-0.2, v));
    }

    [Fact]
    public void The_boards_drivers_share_their_voltage_with_a_film_that_changes_within_the_pulse()
    {
        SelfCurrentFilm film = new();
        using BoardModel board = new(film, new BoardParameters());
        board.SetDacs(-0.1, 0.1, 0, 0);
        board.Hardware.PulseSwitches[0].Write([0x01, 0x03]);
        double before = film.Wall;
        board.Hardware.PulseGate.Fire(1);
        Assert.True(film.Wall > before + 20e-9, $"The wall went from {before} m to {film.Wall} m.");

        // Ohm's law with driver and switch of both nodes in series, at the first and at the last look; other ways are 1e5 times as
        // resistive.
        double series = Enumerable.Range(0, 2).Sum(k => 0.2 + board.PulseSwitches[0].OnResistance(k));
        double open = Enumerable.Range(0, 2).Sum(k => (k == 0 ? 1 : -1) * (board.Dacs[0].Voltage(k) + board.Analog.Parts(k).DriverOffset));
        ConductanceMatrix[] loads = [.. film.Loads];
        Assert.True(loads.Length > 10 && loads[0][0, 0] != loads[^1][0, 0]);
        Assert.Equal(open / (1 + (series * loads[0][0, 0])), film.Voltages[0], 1e-5);
        Assert.Equal(open / (1 + (series * loads[^1][0, 0])), film.Voltages[^1], 1e-5);
        Assert.NotEqual(film.Voltages[0], film.Voltages[^1]);
        Assert.Empty(board.Hazards);
    }

    [Fact]
    public void The_instrument_measures_and_trains_a_film_without_gold()
    {
        SelfCurrentFilm film = new();
        using BoardModel board = new(film, new BoardParameters());
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        Assert.Equal(1, instrument.MeasureConductance(4).Conductance[0, 1] / film.Conductance[0, 1], 1e-3);
        double before = film.Wall;
        instrument.Train(new Pattern(new sbyte[] { -1, 1 }), 0.1, 1, 1);
        Assert.True(Math.Abs(film.Wall - before) > 10e-9);
        Assert.Equal(1, instrument.MeasureConductance(4).Conductance[0, 1] / film.Conductance[0, 1], 1e-3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5e-3)]
    [InlineData(-1e-3)]
    public void A_p_bit_is_parallel_for_the_share_of_time_that_its_current_asks_for(double current)
    {
        const double Scale = 1e-3;
        SuperparamagneticJunction junction = new(1e6, Scale, 3);
        int events = 0;
        junction.Occurred += _ => events++;
        junction.Drive(new CurrentDrive(Waveform.Pulse([current, -current], 20e-3)), TestContext.Current.CancellationToken);

        // p = (1 + tanh(I/I0))/2; dwell times are exponential, so that the share is known to some 1/√events.
        Assert.Equal((1 + Math.Tanh(current / Scale)) / 2, junction.ParallelShare, 4 / Math.Sqrt(events));
    }

    [Fact]
    public void The_board_lets_a_p_bit_live_through_all_of_its_time_and_measures_the_mean_of_its_states()
    {
        SuperparamagneticJunction junction = new(2e5, 1, 5);
        using BoardModel board = new(junction, new BoardParameters());
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        int events = 0;
        junction.Occurred += _ => events++;
        instrument.Initialise();
        HashSet<double> seen = [];
        for (int i = 0; i < 20; i++)
            seen.Add(instrument.MeasureConductance(1).Conductance[0, 1]);

        Assert.True(seen.Count > 1, "Noise of the junction reaches the readings.");
        Assert.All(seen, g => Assert.InRange(-g, 0.045, 0.105));
        Assert.Equal(board.Clock.Seconds, junction.Time, 1e-3);
        Assert.Equal(1, events / (2e5 * junction.Time), 0.05);
    }
}
