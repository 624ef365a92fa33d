// The kernels are written once against these two names: spans here, a view of an array in Reals.netstandard.cs.
global using Reals = System.ReadOnlySpan<double>;
global using RealsBuffer = System.Span<double>;
