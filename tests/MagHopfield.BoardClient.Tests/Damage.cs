using CsCheck;

namespace MagHopfield.BoardClient.Tests;

/// <summary>What a bad line does to bytes: one to four bytes dropped, doubled or changed.</summary>
public sealed record Damage((int Where, int Kind, byte Value)[] Hits)
{
    public static readonly Gen<Damage> Any = Gen.Select(
        Gen.Int[0, 1_000_000], Gen.Int[0, 2], Gen.Byte).Array[1, 4].Select(hits => new Damage(hits));

    public byte[] Of(byte[] bytes)
    {
        List<byte> result = [.. bytes];
        foreach ((int where, int kind, byte value) in Hits)
        {
            if (result.Count == 0)
                break;

            int at = where % result.Count;
            switch (kind)
            {
                case 0:
                    result.RemoveAt(at);
                    break;
                case 1:
                    result.Insert(at, result[at]);
                    break;
                default:
                    result[at] = value;
                    break;
            }
        }

        return [.. result];
    }
}
