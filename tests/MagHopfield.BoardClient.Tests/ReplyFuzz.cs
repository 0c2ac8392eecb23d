using System.Text;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;
using MagHopfield.BoardClient.Recording;

namespace MagHopfield.BoardClient.Tests;

/// <summary>
/// Random and mutated answers into everything on the host that reads bytes of a board: frames, values, recordings. Nothing but the
/// declared errors may come of them, and a frame that passes must carry what was framed.
/// </summary>
internal static class ReplyFuzz
{
    private const uint Tag = 0x00C0FFEE;
    private static readonly byte[] Alphabet = Encoding.Latin1.GetBytes("@#\n\r;,\"'+-.0123456789ABCDEFabcdeE \t\\xn>again damaged\0\xFF");
    private static readonly byte[][] Originals = [.. Seeds()];

    /// <summary>Runs.</summary>
    /// <returns>How many of the strings were taken for a frame, for values and for a recording.</returns>
    public static (long Frames, long Values, long Recordings) Run(int seed, int count)
    {
        Random random = new(seed);
        long frames = 0;
        long values = 0;
        long recordings = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] bytes = Mutant(random);
            frames += Frame(bytes) ? 1 : 0;
            values += Values(bytes, random) ? 1 : 0;
            recordings += Recorded(bytes) ? 1 : 0;
        }

        return (frames, values, recordings);
    }

    private static bool Frame(byte[] bytes)
    {
        FrameState state = CheckedFrame.Find(bytes, Tag, out Answer? answer);
        bool hasAnswer = state is FrameState.Whole or FrameState.CarriedOutBefore;
        Assert.Equal(hasAnswer, answer is not null);
        Assert.True(answer is null || (answer.Bytes.Length <= bytes.Length && answer.ErrorCount >= 0));
        return hasAnswer;
    }

    private static bool Values(byte[] bytes, Random random)
    {
        ReplyReader reader = new(bytes, "FUZZ?");
        try
        {
            for (int k = 0; k < 4; k++)
            {
                switch (random.Next(6))
                {
                    case 0:
                        Assert.InRange(reader.Integer(-5, 1000), -5, 1000);
                        break;
                    case 1:
                        Assert.True(double.IsFinite(reader.Number()));
                        break;
                    case 2:
                        Assert.True(reader.Text().Length <= bytes.Length);
                        break;
                    case 3:
                        Assert.Equal(4, reader.Pattern(4).Length);
                        break;
                    case 4:
                        Assert.All(reader.Block(2), value => Assert.True(double.IsFinite(value)));
                        break;
                    default:
                        reader.Boolean();
                        break;
                }
            }

            reader.End();
            return true;
        }
        catch (BoardLinkException e)
        {
            Assert.DoesNotContain('\n', e.Message);
            Assert.True(e.Message.Length < 600, e.Message);
            return false;
        }
    }

    private static bool Recorded(byte[] bytes)
    {
        string text = Encoding.Latin1.GetString(bytes);
        if (EscapedBytes.TryRead(text, out byte[] unescaped))
        {
            Assert.True(EscapedBytes.TryRead(EscapedBytes.Write(unescaped), out byte[] again));
            Assert.Equal(unescaped, again);
        }

        try
        {
            return SessionRecord.Parse(
                "# MagHopfield session 1\n# started 2026-01-01T00:00:00Z\n# first_tag 00C0FFEE\n" + text, "fuzz").Events.Count >= 0;
        }
        catch (ArgumentException e)
        {
            Assert.DoesNotContain('\n', e.Message);
            return false;
        }
    }

    private static byte[] Mutant(Random random)
    {
        if (random.Next(4) == 0)
        {
            byte[] noise = new byte[random.Next(80)];
            for (int i = 0; i < noise.Length; i++)
                noise[i] = random.Next(2) == 0 ? (byte)random.Next(256) : Alphabet[random.Next(Alphabet.Length)];

            return noise;
        }

        return Mutate(random, Originals[random.Next(Originals.Length)]);
    }

    /// <summary>One to four bytes or tails removed, doubled, changed, or another answer put in.</summary>
    public static byte[] Mutate(Random random, byte[] original)
    {
        List<byte> bytes = [.. original];
        for (int hits = random.Next(1, 5); hits > 0 && bytes.Count > 0; hits--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, bytes[at]);
                    break;
                case 2:
                    bytes[at] = Alphabet[random.Next(Alphabet.Length)];
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Originals[random.Next(Originals.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }

    private static IEnumerable<byte[]> Seeds()
    {
        byte[] values = [.. "12,1.5E-3;\"+ - + -\";"u8, .. ReplyReaderTests.Block([0.066, -0.041]), (byte)'\n'];
        yield return values;
        yield return "\"+ - + -\",3,1,0\n"u8.ToArray();
        yield return "0,\"No error\"\n"u8.ToArray();
        yield return "0.000123\t>\t@00C0FFEE *IDN? @12345678\\n\n0.000300\t<\t#14\\x00\\xFF\\\\\\t\n# end\n"u8.ToArray();
        string mark = "@00C0FFEE";
        foreach (string word in (string[])["0", "again 2"])
        {
            byte[] covered = [.. Encoding.ASCII.GetBytes(mark + "\n"), .. values, .. Encoding.ASCII.GetBytes($"{mark} {word} @")];
            yield return [.. covered, .. Encoding.ASCII.GetBytes($"{FrameCrc32.Of(covered):X8}\n")];
        }

        yield return Encoding.ASCII.GetBytes($"@-------- damaged @{FrameCrc32.Of("@-------- damaged @"u8):X8}\n");
    }
}
