namespace MagHopfield.VirtualBoard.Chips.Ad7124;

/// <summary>Walks through the bits of a frame, most significant first.</summary>
internal ref struct BitReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    public BitReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _position = 0;
    }

    public readonly int Left => (8 * _bytes.Length) - _position;

    public readonly int Peek() => (_bytes[_position >> 3] >> (7 - (_position & 7))) & 1;

    public void Skip(int bits) => _position += bits;

    public int Take(int bits)
    {
        int value = 0;
        for (int i = 0; i < bits; i++)
        {
            value = (value << 1) | Peek();
            _position++;
        }

        return value;
    }

    /// <summary>Writes the first bits of an answer into the frame at the present place, without moving.</summary>
    public readonly void Put(Span<byte> frame, ReadOnlySpan<byte> answer, int bits)
    {
        for (int i = 0; i < bits; i++)
        {
            int bit = (answer[i >> 3] >> (7 - (i & 7))) & 1;
            int at = _position + i;
            int mask = 0x80 >> (at & 7);
            frame[at >> 3] = (byte)(bit != 0 ? frame[at >> 3] | mask : frame[at >> 3] & ~mask);
        }
    }
}
