using System.Globalization;
using System.Text;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Settings;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>
/// Random and mutated bytes: nothing on the wire or in the flash hurts it. MAGHOPFIELD_FUZZ sets how many strings; the same seed gives the
/// same strings.
/// </summary>
public class FuzzTests
{
    private const int StringsOfABench = 2000;

    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("MAGHOPFIELD_FUZZ") ?? "20000", CultureInfo.InvariantCulture);

    [Fact]
    public void Any_bytes_on_the_wire_leave_the_switches_open_and_the_instrument_answering()
    {
        CommandTable table = new AllCommands(4, new PulseLimits(), 32);

        // Operations take a thousand times as long as all else, so they come more seldom.
        byte[][] examples = [.. Enumerable.Range(0, table.Count)
            .SelectMany(i => Enumerable.Repeat(
                Encoding.ASCII.GetBytes(table[i].Example), table[i].Example.Contains("MEAS", StringComparison.Ordinal)
                || table[i].Example.Contains("CAL:", StringComparison.Ordinal) || table[i].IsOperation ? 1 : 20))];
        Random random = new(20240601);
        byte[] identity = "\n*IDN?\n"u8.ToArray();
        byte[] expected = "MagHopfield,test,0,1.0\n"u8.ToArray();
        byte[] quick = "PULS:COUN 1;:AVER:COUN 1\n"u8.ToArray();
        Bench bench = new();
        long largest = 0;
        for (int i = 0; i < Count; i++)
        {
            if (i % StringsOfABench == 0)
            {
                bench = new Bench();
                largest = Math.Max(largest, GC.GetTotalMemory(false));
            }

            bench.Send(quick);
            byte[] bytes = Fuzz.String(random, examples);
            int split = random.Next(bytes.Length + 1);
            bench.Session.Receive(bytes, 0, split);
            if (random.Next(50) == 0)
                bench.Send("\nABOR\n");

            bench.Session.Receive(bytes, split, bytes.Length - split);
            bench.Work();
            Assert.True(bench.Board.EverythingOpen, "switches open after " + Convert.ToHexString(bytes));
            Assert.True(bench.Board.Violation == null, "interlock after " + Convert.ToHexString(bytes));
            bench.Clock.Milliseconds += 3000;
            bench.Send("\n");
            bench.Work();
            bench.Output.Take();
            bench.Send(identity);
            bench.Work();
            Assert.True(bench.Output.Take().AsSpan().SequenceEqual(expected), "*IDN? after " + Convert.ToHexString(bytes));
        }

        Assert.True(largest < 512L << 20, $"{largest >> 20} MiB");
    }

    [Fact]
    public void Any_flash_image_lets_the_instrument_start()
    {
        Random random = new(7);
        FakeFlash good = new(8, 256);
        Bench saved = new(flash: good);
        saved.Do("SYST:DATE 2026,7,1;:CAL:SHUN 1;:INIT;:CAL:REF:INCL;:MEM:SAVE;:PULS:AMPL 3;:MEM:SAVE");
        byte[] state = new SettingsStore(good).Load()!;
        HopfieldInstrument instrument = saved.Instrument;
        for (int i = 0; i < Count / 4; i++)
        {
            FakeFlash flash = new(8, 256);
            if (i % 2 == 0)
            {
                // Any image, from a good one with some bytes changed to noise.
                double share = Math.Pow(10, -3 * random.NextDouble());
                for (int page = 0; page < good.PageCount; page++)
                {
                    for (int k = 0; k < good.PageBytes; k++)
                        flash[page][k] = random.NextDouble() < share ? (byte)random.Next(256) : good[page][k];
                }
            }
            else
            {
                // A state that is signed and yet wrong.
                byte[] wrong = Fuzz.Mutate(random, state);
                SettingsStore store = new(flash);
                store.Save(wrong[..Math.Min(wrong.Length, store.Capacity)]);
            }

            ScpiInstrument scpi = new(
                instrument,
                new AllCommands(instrument),
                new InstrumentIdentity("a", "b", "c", "d"),
                new SettingsStore(flash),
                new TestClock());
            TestOutput output = new();
            ScpiSession session = scpi.Connect(output);
            session.Receive("*IDN?;:PULS:AMPL?;WIDT?;COUN?\n"u8.ToArray(), 0, 30);
            string[] answer = Encoding.ASCII.GetString(output.Take()).Split(';');
            Assert.Equal("a,b,c,d", answer[0]);
            Assert.InRange(double.Parse(answer[1], CultureInfo.InvariantCulture), 0.001, 5);
            Assert.InRange(double.Parse(answer[2], CultureInfo.InvariantCulture), 1e-6, 0.01);
            Assert.InRange(double.Parse(answer[3], CultureInfo.InvariantCulture), 1, 100000);
        }
    }

    [Fact]
    public void The_check_value_is_that_of_zlib() => Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8.ToArray(), 0, 9));
}

/// <summary>Bytes that a client might send by mistake, by noise or by malice.</summary>
internal static class Fuzz
{
    private static readonly byte[] Structure = Encoding.ASCII.GetBytes(";:,?*#\"'() \t\r\n0123456789+-.EeHQBMVUS@");

    public static byte[] String(Random random, byte[][] examples)
    {
        int kind = random.Next(8);
        if (kind == 0)
        {
            byte[] noise = new byte[random.Next(64)];
            random.NextBytes(noise);
            return noise;
        }

        if (kind == 1)
            return [.. Enumerable.Range(0, random.Next(40)).Select(_ => Structure[random.Next(Structure.Length)])];

        byte[] text = examples[random.Next(examples.Length)];
        for (int more = random.Next(3); more > 0; more--)
            text = [.. text, .. random.Next(3) == 0 ? "\n"u8 : ";:"u8, .. examples[random.Next(examples.Length)]];

        return kind == 2 ? [.. text, 10] : Mutate(random, text);
    }

    public static byte[] Mutate(Random random, byte[] original)
    {
        List<byte> bytes = [.. original];
        for (int change = random.Next(1, 6); change > 0; change--)
        {
            int at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.Insert(at, Structure[random.Next(Structure.Length)]);
                    break;
                case 3 when at < bytes.Count:
                    bytes.RemoveAt(at);
                    break;
                case 4:
                    int length = Math.Min(random.Next(12), bytes.Count - at);
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(8), bytes.Count - at));
                    break;
            }
        }

        bytes.Add(10);
        return [.. bytes];
    }
}
