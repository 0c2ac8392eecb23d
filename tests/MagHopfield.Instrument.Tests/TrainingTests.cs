using CsCheck;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Tests.Fakes;
using MagHopfield.Instrument.Train;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Tests;

public class TrainingTests
{
    [Fact]
    public void A_train_puts_the_pattern_on_the_gold_layer_as_often_as_asked_and_rests_by_the_duty_limit()
    {
        FakeBoard board = new();
        HopfieldInstrument instrument = ConductanceMeterTests.Instrument(board);
        instrument.Train(Parse("+ - + -"), 3, 50, 4);
        Assert.Equal(4, board.Pulses.Count);
        double[] signs = [3, -3, 3, -3];
        foreach (double[] pulse in board.Pulses)
        {
            for (int i = 0; i < 4; i++)
                Assert.InRange(pulse[i], signs[i] - 1e-4, signs[i] + 1e-4);
        }

        for (int i = 1; i < 4; i++)
            Assert.True(board.PulseStarts[i] - board.PulseStarts[i - 1] >= 500);

        Assert.True(board.EverythingOpen);
    }

    [Theory]
    [InlineData(5.01, 50, 1)]
    [InlineData(0, 50, 1)]
    [InlineData(-3, 50, 1)]
    [InlineData(double.NaN, 50, 1)]
    [InlineData(5, 201, 1)]
    [InlineData(3, 0, 1)]
    [InlineData(0.01, 10001, 1)]
    [InlineData(3, 50, 0)]
    [InlineData(3, 50, 100001)]
    public void A_train_beyond_the_limits_is_refused_before_anything_moves(double volts, int width, int count)
    {
        FakeBoard board = new();
        HopfieldInstrument instrument = ConductanceMeterTests.Instrument(board);
        int frames = board.Frames;
        Assert.Throws<ArgumentOutOfRangeException>(() => instrument.Train(Parse("+ - + -"), volts, width, count));
        Assert.Equal(frames, board.Frames);
        Assert.Empty(board.Pulses);
        Assert.True(instrument.IsReady);
    }

    [Fact]
    public void Limits_cannot_be_made_wider_than_the_hardware()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulseLimits(5.1, 100, 1e-4, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulseLimits(5, 32768, 1e-4, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulseLimits(5, 100, 0.6e-3, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulseLimits(5, 100, 1e-4, 0.2));
    }

    [Fact]
    public void A_pulse_that_may_draw_more_than_the_current_limit_is_refused_before_anything_moves()
    {
        // +V against −V on 400 Ω: 15 mA at 3 V, 25 mA at 5 V.
        FakeBoard board = new();
        HopfieldInstrument instrument = new(
            board.Hardware, new InstrumentSettings { Limits = new PulseLimits(5, 10000, 0.5e-3, 0.1, 0.02, 400) });
        instrument.Initialise();
        int frames = board.Frames;
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => instrument.Train(Parse("+ - + -"), 5, 50, 1));
        Assert.Contains("25 mA, limit 20 mA", error.Message, StringComparison.Ordinal);
        Assert.Equal(frames, board.Frames);
        instrument.Train(Parse("+ - + -"), 3, 50, 1);
        Assert.Single(board.Pulses);
    }

    [Fact]
    public void Without_the_gold_layers_resistance_a_pulse_counts_with_the_drivers_own_limit()
    {
        Assert.Equal(0.5, new PulseLimits().LargestAmperes(0.001));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulseLimits(5, 10000, 0.5e-3, 0.1, 0.4, 0).CheckPulse(0.1, 50));
        Assert.Equal(0.5, new PulseLimits(5, 10000, 0.5e-3, 0.1, 0.5, 10).LargestAmperes(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulseLimits(5, 100, 1e-4, 0.1, 0.6, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulseLimits(5, 100, 1e-4, 0.1, double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PulseLimits(5, 100, 1e-4, 0.1, 0.5, double.NaN));
    }

    [Fact]
    public void No_sequence_of_commands_to_the_board_gets_a_pulse_past_any_limit()
    {
        PulseLimits limits = new(4, 300, 0.3e-3, 0.05, 0.03, 250);
        int pulses = 0;
        Gen.Select(Gen.Double[-6, 6], Gen.Int[-5, 400], Gen.Int[0, 4]).Array[1, 20].Sample(
            commands =>
            {
                FakeBoard fake = new();
                Instrument.Board.AnalogBoard board = new(fake.Hardware, limits);
                board.Initialise(32);
                foreach ((double volts, int width, int kind) in commands)
                {
                    try
                    {
                        switch (kind)
                        {
                            case 0: board.ConnectPulse([volts, -volts, volts, -volts]); break;
                            case 1: board.Fire(width); break;
                            case 2: new PulseTrainer(board, new PulseLimits()).Train(Parse("+ - - +"), Math.Abs(volts), width, 2); break;
                            case 3: board.Initialise(32); break;
                            default: board.ConnectProbe(Parse("+ - - +")); break;
                        }
                    }
                    catch (Exception e) when (e is ArgumentException or InvalidOperationException)
                    {
                        // Refused; what it left is looked at below.
                    }
                }

                Assert.Null(fake.Violation);
                Interlocked.Add(ref pulses, fake.Pulses.Count);
                for (int i = 0; i < fake.Pulses.Count; i++)
                {
                    double largest = fake.Pulses[i].Max(Math.Abs);
                    int width = fake.PulseWidths[i];
                    Assert.InRange(largest, 0, 3.7501);
                    Assert.InRange(width, 1, 300);
                    Assert.InRange(2 * largest / 250, 0, 0.03001);
                    Assert.InRange(largest * 0.5 * width * 1e-6, 0, 0.3001e-3);
                    Assert.True(i == 0 || fake.PulseStarts[i] - fake.PulseStarts[i - 1] >= fake.PulseWidths[i - 1] / 0.05);
                }
            },
            iter: 400);
        Assert.InRange(pulses, 50, int.MaxValue);
    }

    [Fact]
    public void Weights_need_a_measurement_after_the_last_training()
    {
        FakeBoard board = new();
        HopfieldInstrument instrument = ConductanceMeterTests.Instrument(board);
        instrument.IncludeInReference(instrument.MeasureConductance(1).Conductance);
        instrument.IncludeInReference(new ConductanceMatrix(4));
        Assert.Equal(0.5 * board.Circuit.Film[0, 1], instrument.Weights[0, 1], 6);
        instrument.Train(Parse("+ - + -"), 3, 50, 1);
        Assert.Throws<InvalidOperationException>(() => instrument.Weights);
    }

    [Fact]
    public void A_measured_film_recalls_the_pattern_that_its_conductance_favours()
    {
        FakeBoard board = new();
        HopfieldInstrument instrument = ConductanceMeterTests.Instrument(board);
        Pattern stored = Parse("+ + - -");

        // Pairs of opposite sign couple 2 % more strongly than the middle, pairs of equal sign 2 % less.
        double[] middle = [-0.066, -0.066, -0.046, -0.041, -0.065, -0.066];
        foreach (double amount in new[] { 0.02, -0.02 })
        {
            double[] pairs = new double[6];
            for (int i = 0; i < 4; i++)
            {
                for (int j = i + 1; j < 4; j++)
                {
                    int p = ConductanceMatrix.PairIndex(i, j, 4);
                    pairs[p] = middle[p] * (1 - amount * stored[i] * stored[j]);
                }
            }

            board.Circuit.Film = ConductanceMatrix.FromPairs(4, pairs);
            instrument.IncludeInReference(instrument.MeasureConductance(1).Conductance);
            if (amount > 0)
                continue;

            board.Circuit.Film = ConductanceMatrix.FromPairs(4, middle.Select((m, p) => 2 * m - pairs[p]).ToArray());
        }

        instrument.MeasureConductance(1);
        foreach (RecallMode mode in Enum.GetValues<RecallMode>())
        {
            RecallResult result = instrument.Recall(stored.Flip(2), mode, 7);
            Assert.True(result.IsStable && result.State.SameUpToSign(stored), result.State.ToString());
        }

        Assert.True(instrument.Energy(stored) < instrument.Energy(stored.Flip(0)));
        instrument.Show(stored);
        Assert.Same(stored, board.Shown);
    }

    private static Pattern Parse(string text)
    {
        Assert.True(Pattern.TryParse(text, out Pattern? pattern, out string error), error);
        return pattern!;
    }
}
