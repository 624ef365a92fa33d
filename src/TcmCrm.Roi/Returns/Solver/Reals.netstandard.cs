// The kernels are written once against these two names: spans on .NET, a view of an array here.
global using Reals = TcmCrm.Roi.Returns.RealView;
global using RealsBuffer = TcmCrm.Roi.Returns.RealView;

namespace TcmCrm.Roi.Returns;

internal readonly struct RealView(double[] array, int offset, int length)
{
    internal int Length => length;

    internal ref double this[int index] => ref array[offset + index];

    public static implicit operator RealView(double[] array) => new(array, 0, array.Length);

    internal RealView Slice(int start) => new(array, offset + start, length - start);

    internal RealView Slice(int start, int count) => new(array, offset + start, count);

    internal double[] ToArray()
    {
        var copy = new double[length];
        Array.Copy(array, offset, copy, 0, length);
        return copy;
    }
}
